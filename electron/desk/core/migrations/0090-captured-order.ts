/** The stories of a page's newest capture are found in its order, whatever their days. */
export const capturedOrder = {
  version: 90,
  sql: /* sql */ `
CREATE INDEX filed_as_captured ON filed
  (system_code, seen, seen_rank, day, strength, time, undated, embargo_until);

-- No table recorded so far has changed: what could be undone in the version before can be undone now.
UPDATE entries SET schema = 90 WHERE schema = (SELECT user_version FROM pragma_user_version);
`,
} as const;
