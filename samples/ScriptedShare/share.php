<?php
// Shares a calendar with guests from PHP, by zimbra-share: php share.php /my-events adresse@orange.fr marie@example.com
// Server, account and password come from the profile (zimbra-share config show). What this prints is for people; the exit code is the tool's.
const MISSING = "zimbra-share is not in PATH: see docs/tool/README.md.\n";
$calendar = $argv[1] ?? null;
$guests = array_slice($argv, 2);
if ($calendar === null || $guests === []) {
    fwrite(STDERR, "usage: php share.php CALENDAR GUEST…\n");
    exit(64);
}

// Ctrl-C reaches zimbra-share, too, which finishes what it started and says what it did; without pcntl this script ends before it.
if (function_exists('pcntl_signal')) {
    pcntl_signal(SIGINT, function (): void {});
}

// Where there is no such program, proc_open warns and gives false, or, by version of PHP, a process that ends with 127.
$process = @proc_open(['zimbra-share', 'guest', 'add', $calendar, '-', '--json'], [['pipe', 'r'], ['pipe', 'w'], STDERR], $pipes);
if ($process === false) {
    fwrite(STDERR, MISSING);
    exit(127);
}

// Where it ends before it reads the list, it says why.
@fwrite($pipes[0], implode("\n", $guests));
fclose($pipes[0]);
while (($text = fgets($pipes[1])) !== false) {
    $line = json_decode($text, true, 64, JSON_THROW_ON_ERROR);
    if ($line['type'] === 'share') {
        echo "{$line['grantee']}: {$line['outcome']}, {$line['identifier']}, mail {$line['mail']}\n";
    } elseif ($line['type'] === 'failure') {
        fwrite(STDERR, "{$line['item']}: {$line['message']['en']}\n");
    }
}

$code = proc_close($process);
if ($code === 127) {
    fwrite(STDERR, MISSING);
}

exit($code);
