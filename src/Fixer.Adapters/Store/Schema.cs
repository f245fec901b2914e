namespace Fixer.Adapters.Store;

/// <summary>The tables; docs/store.md says what each column means.</summary>
internal static class Schema
{
    /// <summary>Version 1.</summary>
    public const string Version1 = """
        PRAGMA application_id = 0x46495852;

        CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT;

        CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO meta (name, value) VALUES ('plan_key', secure_random(32));

        CREATE TABLE accounts (account_id TEXT PRIMARY KEY, name TEXT NOT NULL, admin_email TEXT) STRICT, WITHOUT ROWID;

        CREATE TABLE zones (
          account_id TEXT NOT NULL, zone_id TEXT NOT NULL, name TEXT NOT NULL, is_private INTEGER NOT NULL,
          PRIMARY KEY (account_id, zone_id)) STRICT, WITHOUT ROWID;

        CREATE TABLE records (
          account_id TEXT NOT NULL, resource_id TEXT NOT NULL,
          zone_id TEXT NOT NULL, zone_name TEXT NOT NULL, is_private_zone INTEGER NOT NULL,
          name TEXT NOT NULL, type TEXT NOT NULL, ttl INTEGER, resource_records TEXT NOT NULL,
          alias_zone_id TEXT, alias_dns_name TEXT, alias_evaluate_target_health INTEGER,
          set_identifier TEXT, routing_policy TEXT, routing_value TEXT, health_check_id TEXT,
          PRIMARY KEY (account_id, resource_id)) STRICT, WITHOUT ROWID;
        CREATE INDEX records_by_name ON records (name);

        CREATE TABLE buckets (
          account_id TEXT NOT NULL, name TEXT NOT NULL, region TEXT NOT NULL,
          PRIMARY KEY (account_id, name)) STRICT, WITHOUT ROWID;
        CREATE INDEX buckets_by_name ON buckets (name);

        CREATE TABLE addresses (
          account_id TEXT NOT NULL, region TEXT NOT NULL, address TEXT NOT NULL, holder TEXT NOT NULL,
          PRIMARY KEY (account_id, region, address, holder)) STRICT, WITHOUT ROWID;
        CREATE INDEX addresses_by_address ON addresses (address);

        CREATE TABLE stacks (
          arn TEXT PRIMARY KEY, account_id TEXT NOT NULL, region TEXT NOT NULL, name TEXT NOT NULL, template TEXT NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE stack_resources (
          stack_arn TEXT NOT NULL REFERENCES stacks (arn) ON DELETE CASCADE,
          logical_id TEXT NOT NULL, type TEXT NOT NULL, physical_id TEXT NOT NULL,
          PRIMARY KEY (stack_arn, logical_id)) STRICT, WITHOUT ROWID;
        CREATE INDEX stack_resources_by_physical_id ON stack_resources (physical_id);

        CREATE TABLE bucket_probes (bucket TEXT PRIMARY KEY, answer TEXT NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE gaps (
          account_id TEXT NOT NULL, region TEXT NOT NULL, service TEXT NOT NULL, operation TEXT NOT NULL, error_code TEXT NOT NULL,
          PRIMARY KEY (account_id, region, service, operation, error_code)) STRICT, WITHOUT ROWID;

        CREATE TABLE sweeps (
          sweep_id INTEGER PRIMARY KEY, collected_at TEXT NOT NULL, saved_at TEXT NOT NULL,
          accounts INTEGER NOT NULL, zones INTEGER NOT NULL, records INTEGER NOT NULL, gaps INTEGER NOT NULL, findings INTEGER NOT NULL,
          findings_new INTEGER NOT NULL, findings_reopened INTEGER NOT NULL, findings_closed INTEGER NOT NULL) STRICT;

        CREATE TABLE findings (
          fingerprint TEXT PRIMARY KEY, playbook TEXT NOT NULL,
          account_id TEXT NOT NULL, region TEXT NOT NULL, resource_type TEXT NOT NULL, resource_id TEXT NOT NULL,
          severity TEXT NOT NULL, title TEXT NOT NULL, target TEXT NOT NULL, owner_kind TEXT NOT NULL, owner TEXT NOT NULL,
          route TEXT NOT NULL, refusal_code TEXT, refusal_message TEXT, details TEXT NOT NULL,
          status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
          first_seen TEXT NOT NULL, last_changed TEXT NOT NULL, closed_at TEXT, recurrences INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX findings_by_resource ON findings (account_id, resource_id);

        CREATE TABLE ledger (
          fingerprint TEXT PRIMARY KEY, playbook TEXT NOT NULL,
          account_id TEXT NOT NULL, region TEXT NOT NULL, resource_type TEXT NOT NULL, resource_id TEXT NOT NULL,
          state TEXT NOT NULL, since TEXT NOT NULL, reference TEXT NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE journal (
          change_id TEXT PRIMARY KEY, kind TEXT NOT NULL, fingerprint TEXT NOT NULL, playbook TEXT NOT NULL,
          state TEXT NOT NULL, begun_at TEXT NOT NULL, ended_at TEXT, outcome TEXT NOT NULL,
          change TEXT NOT NULL, finding TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX journal_by_fingerprint ON journal (fingerprint);

        CREATE TABLE backups (
          change_id TEXT NOT NULL REFERENCES journal (change_id), ordinal INTEGER NOT NULL,
          account_id TEXT NOT NULL, step TEXT NOT NULL, command_line TEXT NOT NULL,
          PRIMARY KEY (change_id, ordinal)) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Version 2: who points at what, and which events were dealt with.</summary>
    public const string Version2 = """
        CREATE TABLE record_targets (
          target TEXT NOT NULL, account_id TEXT NOT NULL, resource_id TEXT NOT NULL,
          PRIMARY KEY (target, account_id, resource_id)) STRICT, WITHOUT ROWID;

        CREATE TABLE events (event_id TEXT PRIMARY KEY, handled_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX events_by_time ON events (handled_at);
        """;
}
