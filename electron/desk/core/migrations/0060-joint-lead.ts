/**
 * Stories that editors want as the lead of neighbouring pages at once: a mark on the story, for every page it leads.
 */
export const jointLead = {
  version: 60,
  sql: /* sql */ `
CREATE TABLE joint_leads (
  article_id   TEXT PRIMARY KEY REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  note         TEXT CHECK (note <> ''),
  marked_by    TEXT NOT NULL,
  marked_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- No recorded table has changed: steps of the version before can still be undone.
UPDATE entries SET schema = 60 WHERE schema = (SELECT user_version FROM pragma_user_version);
`,
} as const;
