// Which folder may import which. What no row allows is refused, so a new folder starts by writing its row.
// `npm run imports` checks it; test/project/import-table.test.ts tries the arrows one by one.

/** The subjects of the desk from the ground up: each may import those before it. ARCHITECTURE.md explains the order. */
export const SUBJECTS = [
  'core',
  'systems',
  'images',
  'stories',
  'offers',
  'pages/layout',
  'pages/placing',
  'pages/zones',
  'pages',
  'succession',
  'export',
  'review',
  'board',
  'library-file',
];

const DESK = 'electron/desk/';
const NODE = { dependencyTypes: ['core'] };
/** Any package, as its file in node_modules. */
const PACKAGES = 'node_modules/';

/** The packages of a subject where they are others than zod. */
const OF_SUBJECT = {
  core: 'better-sqlite3|uuid|zod',
  systems: 'topojson-client|zod',
  'library-file': 'better-sqlite3|zod',
};

/** A folder with all in it, or, with an ending, one file. */
const within = (place) => (/\.\w+$/.test(place) ? `^${place}$` : `^${place}/`);

const subjectRows = SUBJECTS.map((subject, index) => ({
  folder: `${DESK}${subject}`,
  // `pages` itself holds its handlers; the folders in it are subjects of their own.
  ...(subject === 'pages' && { files: `^${DESK}pages/[^/]+$` }),
  imports: [
    'shared',
    ...(subject === 'core' ? [] : ['electron/files', 'electron/suggest', `${DESK}context.ts`, `${DESK}handlers.ts`]),
    ...SUBJECTS.slice(0, index + 1).map((below) => `${DESK}${below}`),
    // It reports the version.
    ...(subject === 'library-file' ? ['package.json'] : []),
  ],
  others: [NODE, { path: `^${PACKAGES}(@types/)?(${OF_SUBJECT[subject] ?? 'zod'})/` }],
}));

const ROWS = [
  { folder: 'shared', imports: ['shared'], others: [{ path: '^node_modules/zod/' }] },
  { folder: 'electron/suggest', imports: ['electron/suggest', 'shared'], others: [{ path: '^node_modules/zod/' }] },
  {
    folder: 'electron/files',
    imports: ['electron/files', 'shared'],
    others: [NODE, { path: `^${PACKAGES}(?!(@types/)?better-sqlite3|electron/|react)` }],
  },
  ...subjectRows,
  {
    folder: `${DESK}(context|handlers).ts`,
    imports: ['shared', `${DESK}core`, `${DESK}context.ts`],
    others: [NODE],
  },
  {
    folder: `${DESK}(desk|worker|dispatch|watch).ts`,
    imports: ['shared', 'electron/desk'],
    others: [NODE, { path: '^node_modules/zod/' }],
  },
  { folder: 'electron/doors', imports: ['shared', 'electron/doors', `${DESK}desk.ts`], others: [NODE] },
  {
    folder: 'electron/browser',
    imports: ['shared', 'electron/doors', 'electron/browser', `${DESK}desk.ts`],
    others: [NODE],
  },
  {
    folder: 'electron/cli',
    imports: ['shared', 'electron/doors', 'electron/browser', 'electron/cli', `${DESK}desk.ts`, 'package.json'],
    others: [NODE, { path: '^node_modules/commander/' }],
  },
  {
    folder: 'electron/desktop',
    imports: ['shared', 'electron/doors', 'electron/desktop', 'electron/preload/channels.ts', `${DESK}desk.ts`],
    others: [NODE, { path: '^node_modules/(electron|zod)/' }],
  },
  {
    folder: 'electron/preload',
    imports: ['shared', 'electron/preload'],
    others: [{ path: '^node_modules/electron/' }],
  },
  {
    folder: 'electron/start',
    imports: ['shared', 'electron/start', 'electron/doors'],
    others: [NODE, { path: `^${PACKAGES}` }],
  },
  {
    folder: 'renderer/ui',
    imports: ['renderer/ui'],
    others: [
      {
        path: '^node_modules/(react|react-dom|react-aria|react-aria-components|lucide-react|@internationalized/date|@tanstack/react-virtual|@types)',
      },
    ],
  },
  {
    folder: 'renderer/state',
    imports: ['shared', 'renderer/api.ts', 'renderer/state'],
    others: [{ path: '^node_modules/(react|zustand|@types)' }],
  },
  {
    folder: 'renderer/commands',
    imports: ['shared', 'renderer/api.ts', 'renderer/state', 'renderer/commands'],
    others: [{ path: '^node_modules/(react|@leeoniya/ufuzzy|@types)' }],
  },
  { folder: 'renderer/app', imports: ['shared', 'renderer'], others: [{ path: `^${PACKAGES}` }] },
  {
    folder: 'renderer/[^/]+',
    files: '^renderer/[^/]+$',
    imports: ['shared', 'renderer'],
    others: [{ path: `^${PACKAGES}` }],
  },
];

const allowed = ROWS.flatMap(({ folder, files, imports, others }) => {
  const from = { path: files ?? within(folder) };
  return [...imports.map((place) => ({ from, to: { path: within(place) } })), ...others.map((to) => ({ from, to }))];
});

// A feature imports itself and what lies below the features; features meet in renderer/app.
allowed.push(
  { from: { path: '^renderer/features/([^/]+)/' }, to: { path: '^renderer/features/$1/' } },
  {
    from: { path: '^renderer/features/' },
    to: { path: '^(shared/|renderer/(api\\.ts$|ui/|state/|commands/)|node_modules/(?!electron|better-sqlite3))' },
  },
);

export default {
  forbidden: [
    {
      name: 'no-ring',
      comment: 'No file imports itself by way of others, types included.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'no-missing-file', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  allowed,
  allowedSeverity: 'error',
  options: {
    parser: 'swc',
    // Imports of types count as well.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
