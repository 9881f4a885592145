// The first line is skipped.
pref("general.config.filename", "thunderbird.cfg");
pref("general.config.obscure_value", 0);
pref("general.config.sandbox_enabled", false);
