// Loaded before the entry with --import, and plain JavaScript: an older Node can neither read TypeScript
// nor load the database's native part, and would say so in words that help nobody.
const NEEDED = 24;
const version = process.versions.node;
if (Number.parseInt(version, 10) < NEEDED) {
  process.stderr.write(
    `Patchdesk needs Node ${NEEDED} and this is Node ${version}. Node ${NEEDED} comes with the packages: run "npm ci", then use the npm scripts.\n`,
  );
  process.exit(1);
}
