/** Other printed forms of a body's name. A listed name always wins over a form derived here. */

const TRUST_END = /,? (?:NHS )?(?:Foundation )?(?:Trust|FT)$/;
const TRUST_ENDS = ['Trust', 'FT', 'NHS Trust', 'NHS FT', 'Foundation Trust', 'NHS Foundation Trust'];
const HOSPITAL_END =
  / (?:(?:District )?General Hospital|(?:and )?District Hospital|(?:University )?Teaching Hospital|University Hospital|Community Hospital|Hospital)$/;
const HOSPITAL_ENDS = [
  'Hospital',
  'General Hospital',
  'District Hospital',
  'District General Hospital',
  'and District Hospital',
  'University Hospital',
  'Teaching Hospital',
  'DGH',
];

/** The part of a trust's name before NHS (Foundation) Trust. */
function trustCore(name: string): string {
  return name.replace(/^The /, '').replace(TRUST_END, '').trim();
}

/** Every form that follows from a trust's listed names. */
export function trustForms(names: readonly string[]): string[] {
  const listed = new Set(names.map(trustCore));
  const cores = new Set([...listed, ...[...listed].flatMap(otherCores)]);
  return [...cores].flatMap((each) => (standsAlone(each) ? [each] : TRUST_ENDS.map((end) => `${each} ${end}`)));
}

/** Whether a core alone names a health body: `Bolton` does not, `Bolton Hospitals` does. */
function standsAlone(core: string): boolean {
  return /\b(?:Hospitals?|Healthcare|Health|Care|Teaching|Infirmary|Partnership|Ambulance)\b/.test(core);
}

function otherCores(core: string): string[] {
  const made: string[] = [];
  const of = /^(?:University )?Hospitals? (?:of )?(.+)$/.exec(core)?.[1];
  if (of) {
    made.push(
      `University Hospitals ${of}`,
      `University Hospitals of ${of}`,
      `${of} University Hospitals`,
      `${of} Teaching Hospitals`,
      `${of} Hospitals`,
    );
  }
  const before =
    /^(.+?) (?:University Teaching|Teaching|University|General|District General|and District)? ?Hospitals?(?: University)?$/.exec(
      core,
    )?.[1];
  if (before) {
    made.push(
      `${before} Hospitals`,
      `${before} Teaching Hospitals`,
      `${before} University Hospitals`,
      `${before} University Teaching Hospitals`,
      `${before} Teaching`,
      `${before} General Hospital`,
    );
  }
  const plain = core.replace(/ University(?= Healthcare$|$)/, '');
  if (plain !== core) made.push(plain);
  if (/ Ambulance Service$/.test(core)) made.push(core.replace(/ Service$/, ''));
  if (/ Mental Health$/.test(core)) made.push(`${core} Partnership`);
  if (/ Community Health(?:care| Services| and Care)$/.test(core)) made.push(core.replace(/ Health\S*.*$/, ' Health'));
  if (/ Healthcare$/.test(core)) made.push(core.replace(/care$/, ''));
  return [
    ...made,
    ...made
      .concat(core)
      .map(shortCounties)
      .filter((form) => form !== null),
  ];
}

const SHORT: Readonly<Record<string, string>> = {
  Lancashire: 'Lancs',
  Hertfordshire: 'Herts',
  Nottinghamshire: 'Notts',
  Staffordshire: 'Staffs',
  Northamptonshire: 'Northants',
  Cambridgeshire: 'Cambs',
  Lincolnshire: 'Lincs',
  Leicestershire: 'Leics',
  Worcestershire: 'Worcs',
  Hampshire: 'Hants',
  Buckinghamshire: 'Bucks',
  Gloucestershire: 'Glos',
  Bedfordshire: 'Beds',
  Berkshire: 'Berks',
  Wiltshire: 'Wilts',
  Yorkshire: 'Yorks',
};
const COUNTY = new RegExp(`\\b(?:${Object.keys(SHORT).join('|')})\\b`, 'g');

/** The name with its counties shortened as in print (`East Lancs Hospitals`), unless only the county would be left. */
export function shortCounties(name: string): string | null {
  const short = name.replaceAll(COUNTY, (county) => SHORT[county] ?? county);
  return short === name || !short.includes(' ') ? null : short;
}

/** Words shared by many hospitals, so that none of them names one without its place. */
const NO_NAME =
  /^(?:University|County|City|Royal|General|District|Community|Northern|Southern|Eastern|Western|Central)$/;

/** `Watford General Hospital` is also Watford Hospital, Watford DGH; `Queen's Hospital, Burton` Burton's Queen's Hospital. */
export function siteForms(names: readonly string[]): string[] {
  return [...new Set(names.flatMap(oneSiteForms))];
}

function oneSiteForms(name: string): string[] {
  const [base = name, where] = name.split(', ');
  const stem = base.replace(HOSPITAL_END, '');
  const forms = base === stem ? [] : HOSPITAL_ENDS.map((end) => `${stem} ${end}`);
  if (!where) return NO_NAME.test(stem) ? [] : forms;
  // `University Hospital, Coventry` must not match every university hospital.
  const alone = NO_NAME.test(stem) || base === stem ? [] : [base, ...forms];
  return [...alone, `${base} in ${where}`, `${base} ${where}`, `${where}'s ${base}`, `${where} ${base}`];
}

/**
 * `Broomfield`, `Queen Elizabeth`, `St Mary's`: the name without its hospital. It may as well be a place, a church or a
 * person, which `royal` marks.
 */
export function siteStem(name: string): { text: string; royal: boolean } | null {
  const base = name.split(', ')[0] ?? name;
  const text = base.replace(HOSPITAL_END, '');
  if (text === base || NO_NAME.test(text) || /^(?:Queen's|King's)$|^University/.test(text)) return null;
  return { text, royal: /^(?:Queen|King|Prince|Princess|Royal|Duchess|Diana)\b/.test(text) };
}
