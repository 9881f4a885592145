# Shares a calendar with guests from Ruby, by zimbra-share: ruby share.rb /my-events adresse@orange.fr marie@example.com
# Server, account and password come from the profile, or from ZIMBRA_SHARE_PROFILE (zimbra-share config show).
require "json"
require "open3"

calendar, *guests = ARGV
abort "usage: ruby share.rb CALENDAR GUEST…" if guests.empty?

output, errors, status = Open3.capture3("zimbra-share", "guest", "add", calendar, "-", "--json", stdin_data: guests.join("\n"))
output.each_line.map { |line| JSON.parse(line) }.each do |line|
  case line["type"]
  when "share" then puts "#{line["grantee"]}: #{line["outcome"]}, #{line["identifier"]}, mail #{line["mail"]}"
  when "failure" then warn "#{line["item"]}: #{line["message"]["en"]}"
  end
end
warn errors unless errors.empty?
exit status.exitstatus || 130
