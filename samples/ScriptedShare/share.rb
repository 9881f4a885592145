# Shares a calendar with guests from Ruby, by zimbra-share: ruby share.rb /my-events adresse@orange.fr marie@example.com
# Server, account and password come from the profile, or from ZIMBRA_SHARE_PROFILE (zimbra-share config show).
require "json"

calendar, *guests = ARGV
if guests.empty?
  warn "usage: ruby share.rb CALENDAR GUEST…"
  exit 64
end

# Ctrl-C reaches zimbra-share, too, which finishes what it started and says what it did.
Signal.trap("INT") {}
$stdout.sync = true
begin
  IO.popen(["zimbra-share", "guest", "add", calendar, "-", "--json"], "r+") do |tool|
    begin
      tool.write(guests.join("\n"))
      tool.close_write
    rescue Errno::EPIPE
      # It ended before it read the list, and says why.
    end
    tool.each_line do |text|
      line = JSON.parse(text)
      case line["type"]
      when "share" then puts "#{line["grantee"]}: #{line["outcome"]}, #{line["identifier"]}, mail #{line["mail"]}"
      when "failure" then warn "#{line["item"]}: #{line["message"]["en"]}"
      end
    end
  end
rescue Errno::ENOENT
  warn "zimbra-share is not in PATH: see docs/tool/README.md."
  exit 127
end
exit $?.exitstatus || 130
