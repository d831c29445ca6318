/**
 * Longer names that begin like a place but are not one, or not the place that a health story is about. They are matched
 * like any other name, hide the names inside them, and offer nothing. Grouped by the reason.
 */
const GROUPS: Readonly<Record<string, string>> = {
  'cities and states abroad': `New York; New York City; New Hampshire; New Jersey; New England; Washington DC; Washington Post;
    Cambridge Mass; Boston Globe; Boston Consulting; Boston Consulting Group; Boston Scientific; Newcastle Australia;
    Perth Australia; East London South Africa; County Down; Nova Scotia; Halifax Nova Scotia; Durham North Carolina;
    Richmond Virginia; Lincoln Nebraska; Rochester New York; Rochester Minnesota; Manchester New Hampshire; Londonderry`,
  'football and other sport': `Manchester United; Manchester City FC; Newcastle United; Leeds United; Sheffield United;
    Sheffield Wednesday; Preston North End; West Ham; West Ham United; Tottenham Hotspur; Crystal Palace; Aston Villa; Nottingham Forest;
    Derby County; Stoke City; Leicester City FC; Leicester Tigers; Bath Rugby; Sale Sharks; Wembley Stadium; Wimbledon tennis; Wimbledon champion; Wimbledon championships; Twickenham stadium; Royal Ascot; Epsom Derby; Grand National;
    Rugby World Cup; Rugby League; Rugby Union; Rugby Football Union; Brighton and Hove Albion; Bolton Wanderers; Blackburn Rovers`,
  'idioms and schools': `coals to Newcastle; Sent to Coventry; Eton and Harrow; Harrow and Eton; Harrow, Eton; Eton, Harrow; Harrow School;
    Rugby School; Winchester College; Watford Gap; Plymouth Rock; Norfolk Island; Hampton Court; Surrey Hills; Scarborough Fair; Bradford & Bingley; Plymouth Brethren; York Notes; Bath time; Reading glasses`,
  'brands, products and firms': `Oxford vaccine; Oxford AstraZeneca; Oxford jab; Oxford University Press; Oxford Nanopore;
    Oxford Economics; Oxford Covid vaccine; Oxford Academic Health Science Network; Cambridge Analytica; Cambridge Econometrics; Leeds Building Society; Halifax Bank; Yorkshire Building Society;
    Yorkshire pudding; Yorkshire puddings; Yorkshire Tea; Skipton Building Society; Newcastle Brown Ale; Bath mats; Bath mat; Bath chair; Chelsea bun;
    Wellington boots; Portland cement; Worcestershire sauce; Worcester sauce; Lancashire hotpot; Cornwall Insight; Dorset Cereals; Kent Brushes;
    Sheffield steel; Melton Mowbray pork pie; Eccles cakes; Bakewell tart; Coventry Building Society; Stilton; Cheshire cat; Cheshire cheese; Cornish pasty; Cornish pasties;
    Cumberland sausage; Devon cream; Jersey royals; Bristol Myers Squibb; Bristol-Myers Squibb; Bristol stool chart; Bristol stool; Nottingham Health Profile;
    Manchester triage; Manchester Triage System; Liverpool care pathway; Salford Lung Study; Cheltenham Gold Cup; Hull York Medical School; Brighton and Sussex Medical School; Kent Pharma; Norwich Union; Royal London Group; Royal London insurance`,
  'think tanks, reports and the law': `Sutton Trust; Windsor framework; Westminster Hall; Westminster bubble; Westminster village;
    Westminster insiders; Westminster government; Westminster Abbey; Westminster Health Forum; Palace of Westminster; City of Westminster Magistrates; Lancaster House; Chatham House; Chatham House rule; Chatham House rules; Bradford Hill; Bolton report;
    Southport inquiry; Southport attack; Southport attacks; Southport murders; Manchester Arena; Manchester Arena inquiry; Hillsborough; Lampard Inquiry; Montgomery v Lanarkshire;
    Deal or no deal; Reading list; Reading lists; Reading age; Reading room; Reading Festival; Reading between the lines; Wells Fargo; Nelson Mandela;
    Sandringham; Buckingham Palace; Windsor Castle; Lincoln cathedral; Lincoln Center; Harvard Westlake; Stanford University; Camp David; Stockholm syndrome;
    Bury the hatchet; Hyde Park; Jekyll and Hyde; Leeds Castle; Warwick Castle; Fleet Street; Downing Street; Harley Street; Grub Street; Sesame Street;
    Wall Street; High Street; Silicon Fen; Stone Age; Rolling Stone; Dartmoor prison; London Stock Exchange; Winchester rifle; Marble Arch; Oxford Street; Oxford comma; Oxford English Dictionary;
    Oxford Circus; Oxford Road; Liverpool Street; Manchester Central; Manchester Airport; Birmingham NEC; NEC Birmingham; ICC Birmingham; Birmingham ICC; Birmingham Airport; Harrogate Convention Centre; Harrogate International Centre; Brighton Centre; Liverpool ACC; Bournemouth International Centre;
    ExCeL London; Olympia London; London Eye; Tavistock Square; Tavistock House; Tavistock Institute; Russell Square; Leicester Square; Waterloo; Canary Wharf tower;
    Skipton House; Wellington House; Quarry House; Richmond House; Nightingale; Florence Nightingale; Nightingale hospital; Nightingale hospitals; Nightingale ward; Nightingale wards;
    Cumberlege; Cumberlege review; Francis Report; Morecambe and Wise; Kirkup; Darzi; Darzi review; Lincoln's Inn; Cambridge Union; Oxford Union; Oxbridge; King's Fund; King's Speech; King's College London; King's College;
    King's Counsel; King's birthday honours; Imperial College; Imperial College London; Queen's Speech; Queen's Counsel; Queen's Nursing Institute; Barts and the London School of Medicine;
    St George's Day; St George's flag; St George's flags; St George's cross; St George's University of London; St John Ambulance; St Andrew's House`,
  'peers and royals': `Duke of York; Duke of Sussex; Duchess of Sussex; Duke of Cambridge; Duchess of Cambridge; Duke of Kent; Duchess of Kent; Prince of Wales; Duke of Westminster; Duke of Devonshire;
    Duchess of Cornwall; Duke of Cornwall; Duchy of Cornwall; Duke of Gloucester; Earl of Wessex; Duchy of Lancaster; Chancellor of the Duchy of Lancaster; Duke of Wellington; Duke of Norfolk; Archbishop of York; Lord Reading; House of Windsor`,
};

export const SILENT_NAMES: readonly string[] = Object.values(GROUPS).flatMap((names) =>
  names.split(';').map((name) => name.trim().replaceAll(/\s+/g, ' ')),
);
