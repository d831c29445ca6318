/** Zones as data: how large they show, which stories fill them, and templates that several pages share. */
export const zones = {
  version: 50,
  sql: /* sql */ `
CREATE TABLE templates (
  id         TEXT PRIMARY KEY CHECK (id <> ''),
  name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
  -- zones in order, as ZoneSpecs in shared/pages/fill-rules.ts
  zones      TEXT NOT NULL CHECK (json_valid(zones)),
  changed_by TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Inserted once; editors may change them later.
INSERT INTO templates (id, name, zones, changed_by, changed_at_ms) VALUES
('stories', 'Stories', '[
  {"name":"Stories","limit":20,"prominence":"standard","rule":{"strengths":["about","affects"],"kinds":{"which":"any"},"maxAgeDays":null,"national":"with","first":"newest","borrow":null}}
]', 'Patchdesk', 0),
('lead-stories', 'Lead + stories', '[
  {"name":"Lead","limit":1,"prominence":"lead","rule":{"strengths":["about","affects"],"kinds":{"which":"any"},"maxAgeDays":null,"national":"with","first":"local","borrow":null}},
  {"name":"Stories","limit":19,"prominence":"standard","rule":{"strengths":["about","affects"],"kinds":{"which":"any"},"maxAgeDays":null,"national":"with","first":"newest","borrow":null}}
]', 'Patchdesk', 0),
('lead-stories-columns', 'Lead + stories + columns', '[
  {"name":"Lead","limit":1,"prominence":"lead","rule":{"strengths":["about","affects"],"kinds":{"which":"except","list":["Column","Comment"]},"maxAgeDays":null,"national":"with","first":"local","borrow":null}},
  {"name":"Stories","limit":15,"prominence":"standard","rule":{"strengths":["about","affects"],"kinds":{"which":"except","list":["Column","Comment"]},"maxAgeDays":null,"national":"with","first":"newest","borrow":null}},
  {"name":"Columns","limit":4,"prominence":"brief","rule":{"strengths":["about","affects","mentioned"],"kinds":{"which":"only","list":["Column","Comment"]},"maxAgeDays":null,"national":"with","first":"newest","borrow":null}}
]', 'Patchdesk', 0);

-- Null in earlier history rows: a standard zone whose rule is only its strengths, a page without a template.
ALTER TABLE zones ADD COLUMN prominence TEXT CHECK (prominence IN ('lead', 'standard', 'brief'));
ALTER TABLE zones ADD COLUMN rule TEXT CHECK (json_valid(rule));
ALTER TABLE pages ADD COLUMN template_id TEXT REFERENCES templates (id) DEFERRABLE INITIALLY DEFERRED;

-- Until now every page had this template's one zone.
UPDATE pages SET template_id = 'stories';

UPDATE entries SET schema = 50 WHERE schema = (SELECT user_version FROM pragma_user_version);
`,
} as const;
