/**
 * Word lists of the rules. Each lists words that confirm or rule out a name when they are next to it. All are folded as
 * in fold.ts: small letters, no apostrophes.
 */

const list = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that count as the same word anywhere in a name. */
export const SAME_WORD: Readonly<Record<string, string>> = {
  hospitals: 'hospital',
  trusts: 'trust',
  saint: 'st',
};

/** Words of a name that are often written without a capital: `north west London`, `Watford general hospital`. */
export const CAPITALS_NOT_NEEDED = list(`
  north south east west central mid greater and of the in upon on under le for
  hospital hospitals trust trusts foundation university teaching general district royal infirmary health care
  healthcare community mental partnership partnerships service services ambulance board system integrated
  sustainability transformation children childrens womens medical centre cancer eye nhs group acute city clinic`);

const endings = (lines: string) =>
  lines
    .split(';')
    .map((line) => line.trim().split(' '))
    .sort((a, b) => b.length - a.length);

/** Words that may follow the name of a system and are still part of it. */
export const BOARD_ENDINGS = endings(
  'ics; icb; icp; stp; integrated care system; integrated care board; integrated care partnership; health and care partnership; health and care system; health and social care partnership; sustainability and transformation partnership; sustainability and transformation plan',
);
/** The same for a trust. */
export const TRUST_ENDINGS = endings(
  'trust; ft; nhs trust; nhs ft; foundation trust; nhs foundation trust; hospital trust; hospitals trust; hospital; hospitals',
);

/** Nouns that confirm the place or its hospital: `Reading hospital`, `hospital in Reading`. */
export const NHS_NOUNS = list(`
  hospital hospitals infirmary infirmaries trust trusts ft fts ics icb icp ccg ccgs pct pcts stp nhs gp gps surgery
  surgeries practice practices clinic clinics hospice maternity midwives midwifery dgh ae healthwatch
  lmc provider providers`);

/** Nouns that confirm a name which is not an ordinary word: `Derby patients`, `Bolton chief executive`. */
export const CARE_NOUNS = list(`
  health healthcare care patients patient doctors consultants nurses medics surgeons paramedics residents chief chiefs
  ceo boss bosses commissioner commissioners commissioning ambulance ambulances pharmacy pharmacies ward wards dentist
  dentists system systems services service unit units hub hubs emergency campus mental neighbourhood stroke cancer
  cardiac neonatal orthopaedic pathology radiology dialysis theatres beds board boards governors staff midwife births
  babies transplant transplants dementia raac pfi epr cqc icu nicu rebuild merger deficit overspend waits backlog`);

/** Words that may be between a name and the deciding noun: `Cambridge teaching trust`. */
export const BETWEEN = list(`
  acute teaching general community district city mental health care nhs royal womens children childrens foundation
  primary major local big large small integrated specialist ambulance private cottage county memorial based area
  university partnership and eye cancer maternity gp urgent heart lung liver kidney breast walk in treatment diagnostic new largest main`);

/** Prepositions before a place: `a hospital in Reading`. */
export const PLACE_PREPOSITIONS = list('in at near across around outside serving covering throughout within');
/** After a name: a university, a team, a venue or a ship, not the town's health service. */
export const OTHER_THINGS_AFTER = list(`
  university universities college business school academy cathedral castle racecourse races festival united city
  rovers wanderers albion athletic town hotspur fc afc rfc stadium airport marathon stakes conference arena festival
  summit congress expo museum symphony philharmonic vaccine jab astrazeneca analytica biomedical oxo spa station line junction motorway
  street road avenue lane square house row show declaration treaty framework agreement index guide building
  society arms prison club cricket gardens park beach pier derby mats cheese pudding pie cakes dictionary accent
  crown magistrates imps argyle kr pride rock`);
/** ... unless one of these follows: `Leicester University Hospitals`, `Bath city hospital`. */
export const HEALTH_AFTER = list(`
  hospital hospitals teaching health healthcare nhs ft trust foundation infirmary medical general care`);

/** Before a name: `University of Kent`, `Duke of Cambridge`, `Lord Stevens of Birmingham`. */
export const TITLES = list(`
  lord lady baroness baron viscount earl duke duchess marquess marchioness bishop archbishop dean countess prince
  princess dame sir`);
export const PERSON_TITLES = list(`
  mr mrs ms miss dr doctor prof professor sir dame lord lady baroness baron sister reverend rev judge justice cllr
  councillor captain colonel major minister secretary`);
export const LEARNING = list('university universities college school bishop archdiocese diocese');

/** After a name and a hyphen: another place is compared to this one, or somebody once came from it. */
export const LIKENESS = list('style type like esque educated trained raised');
/** Before or after a town, these belong to its university. */
export const SCHOLARS = list(
  'academic academics researcher researchers scientist scientists professor professors students dons',
);
/**
 * Organisations that only have an office in a place: `a Birmingham-based consultancy`, `the firm, based in Reading`.
 */
export const FIRMS = list(`
  firm firms company companies consultancy consultancies consultants supplier suppliers startup startups developer
  developers manufacturer manufacturers software business businesses agency agencies lawyer lawyers solicitors insurer
  charity thinktank entrepreneur`);
/** Events held in a place that the story is not about: `the conference in Harrogate`. */
export const GATHERINGS = list('conference conferences congress expo confed');

/** A public body of the place outside the health service: the place is meant, but less certainly. */
export const CIVIC_AFTER = list(`
  council councils councillor councillors borough police constabulary mp mps mayor court courts coroner coroners
  mosque fire authority native fans fan seat constituency office offices headquarters`);

/** Countries and states that indicate a namesake abroad: `Boston, Massachusetts`. */
export const ABROAD = list(`
  massachusetts mass ma usa us america american australia australian nsw queensland canada canadian ontario alabama
  virginia texas california ohio maine carolina connecticut jersey kentucky pennsylvania illinois tennessee georgia
  florida maryland delaware michigan nebraska minnesota missouri oregon washington dc tasmania victoria zealand nz
  ireland jamaica barbados scotland scottish wales welsh cymru nova scotia india kenya nigeria israel`);

export const COMPASS = list(`
  north south east west northern southern eastern western central greater upper lower mid inner outer the royal nhs
  new old great`);

/** Capitalised words that open a sentence or a series title, so a capital after them is not a surname. */
export const OPENERS = list(`
  revealed exclusive leak leaked updated update breaking analysis comment interview ceo chair chief chairman
  executive director minister ministers former ex new why how what when where who which is are was were will can could
  should the a an in at on for from to of and but or with by after before as it its this that these those two three
  four five six seven eight nine ten all every some many most no not trust trusts hospital hospitals nhs nhse hsj cqc
  icb icbs ics icss gp gps mp mps university royal st saint city county government labour conservative police
  inspectors doctors nurses patients staff regulator boss bosses health care`);

/** Given names, the most common in England over the last hundred years. */
export const GIVEN_NAMES = list(`
  aaron abigail adam adrian aidan aisha alan alastair albert alex alexander alexandra alfred ali alice alison alistair
  allan amanda amber amelia amir amit amy andrea andrew andy angela angus anil anita ann anna anne annette anthony
  antonia antony arthur ashley asif audrey barbara barry beatrice becky ben benjamin bernadette bernard beth bethany
  betty beverley bill billy bob brenda brendan brian bridget bruce bryan callum calum carl carla carol caroline
  carolyn catherine cathy cecilia charles charlie charlotte cheryl chloe chris christian christina christine
  christopher claire clare claudia clive colin connor craig cynthia daisy damian dan daniel daniella danielle danny
  darren dave david dawn dean deborah debbie declan deepak denis denise dennis derek diana diane dominic donald donna
  dorothy douglas duncan dylan ed eddie edith edward eileen elaine eleanor elizabeth ella ellen ellie emily emma eric
  erica erin ernest esther ethan eva eve evelyn faith fatima felicity finlay fiona florence frances francesca francis
  frank fred freddie frederick gareth gary gavin gemma geoff geoffrey george georgia georgina gerald gerard gill
  gillian gina glen glenn gordon grace graeme graham grant greg gregory guy hannah harold harriet harry harvey hazel
  heather hector helen helena henry hilary holly howard hugh hugo ian ibrahim imogen imran irene isaac isabel isabella
  isla ivan ivor jack jackie jackson jacob jacqueline jake james jamie jan jane janet janice jason jasmine jay jayne
  jean jeff jeffrey jennifer jenny jeremy jerome jess jesse jessica jill jim jimmy jo joan joanna joanne jodie joe joel
  john johnny jon jonathan jordan joseph josephine josh joshua joy joyce juan judith judy julia julian julie juliet
  june justin karen karl kate katherine kathleen kathryn kathy katie katy kay keith kelly ken kenneth kerry kevin khalid
  kim kirsty kumar kyle lara laura lauren laurence lawrence leah lee len leo leon leonard lesley leslie lewis liam
  lilian lily linda lisa liz lloyd lorna lorraine louis louise lucy luke lydia lynda lynn lynne mabel madeleine maggie
  malcolm margaret maria marian marie marilyn marion marjorie mark martha martin mary mathew matt matthew maureen
  maurice max megan mel melanie melissa mia michael michelle mick miguel mike miles millie miranda miriam mohamed
  mohammad mohammed moira molly monica muhammad nadia nancy naomi natalie natasha nathan neil nicholas nick nicky
  nicola nicole nigel nina noah noel nora norma norman olive oliver olivia omar oscar owen pam pamela pat patricia
  patrick paul paula pauline penelope penny percy pete peter philip philippa phil phillip phoebe phyllis piers polly
  priya rachel raj rajesh ralph ravi ray raymond rebecca reg reginald rhys richard rita rob robert robin roger roland
  ron ronald rory rosa rose rosemary rosie ross roy rupert russell ruth ryan sally sam samantha samuel sandra sanjay
  sara sarah scott sean sebastian shane sharon shaun sheila simon sian sofia sonia sophia sophie spencer stan stella
  stephanie stephen steve steven stewart stuart sue sunil susan suzanne suzie sylvia tania tanya tara ted teresa terry
  thea thelma theo theodore theresa thomas tim timothy tina toby tom tommy toni tony tracey tracy trevor trish trudie
  ursula valerie vanessa vera veronica vicki vicky victor victoria vincent violet virginia vivien vivienne walter wayne
  wendy wes wilfred will william willie yasmin yvonne zac zachary zara zoe`);
