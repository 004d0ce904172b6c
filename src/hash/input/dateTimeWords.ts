/**
 * Words of date and time input: datetktbl[] in src/backend/utils/adt/datetime.c, and the zone abbreviations of
 * src/timezone/tznames/Default whose offset never changes. Abbreviations that follow a zone's history (MSK, SGT, ...) and
 * full zone names need the zone database of the server and are not read here.
 */
export type Word =
  | { readonly kind: 'month'; readonly value: number }
  /** East of UTC, seconds; `daylight` for the abbreviations of summer time. */
  | { readonly kind: 'zone'; readonly value: number; readonly daylight: boolean }
  | { readonly kind: 'meridian' | 'era'; readonly value: 0 | 1 }
  | { readonly kind: 'moment'; readonly value: 'infinity' | '-infinity' | 'epoch' }
  | { readonly kind: 'clock' | PlainKind };

/** Words without a value: allballs, dst, Monday, at, T, J, and the units PostgreSQL 18 knows and refuses. */
export type PlainKind = 'midnight' | 'daylight' | 'weekday' | 'ignored' | 'timeMark' | 'julian' | 'unit';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const PLAIN: Readonly<Record<'clock' | PlainKind, string>> = {
  clock: 'now today tomorrow yesterday',
  midnight: 'allballs',
  daylight: 'dst',
  weekday: 'sun sunday mon monday tue tues tuesday wed wednesday weds thu thur thurs thursday fri friday sat saturday',
  ignored: 'at on',
  timeMark: 't',
  julian: 'j jd julian',
  unit: 'd dow doy h isodow isoyear m mm s y',
};

// Minutes east of UTC.
const STANDARD_ZONES =
  'acst 570,act -300,acwst 525,aest 600,aft 270,akst -540,almt 360,amt -240,ast -240,awst 480,azot -60,bdt 360,bnt 480,' +
  'bort 480,bot -240,bra -180,brt -180,btt 360,cast 570,cct 480,cet 60,chast 765,chut 600,cot -300,cst -360,cxt 420,' +
  'ddut 600,eat 180,eet 120,egt -60,est -300,fet 180,fjt 720,fnt -120,galt -360,gamt -540,gft -180,gilt 720,gmt 0,hkt 480,' +
  'hst -600,ict 420,irt 210,ist 120,jayt 540,jst 540,kst 540,lhst 630,ligt 600,mart -570,met 60,mez 60,mht 720,mmt 390,' +
  'mpt 600,mst -420,mut 240,mvt 300,myt 480,nft -210,npt 345,nst -210,nzst 720,nzt 720,pet -300,pgt 600,pht 480,pkt 300,' +
  'pmst -180,pont 660,pst -480,pwt 540,ret 240,sast 120,sct 240,taht -600,tft 300,tjt 300,tot 780,trut 600,tvt 720,uct 0,' +
  'ut 0,utc 0,uyt -180,uzt 300,vut 660,wakt 720,wast 420,wat 60,wet 0,wft 720,wgt -180,xjt 360,yapt 600,z 0,zulu 0';
const DAYLIGHT_ZONES =
  'acdt 630,acsst 630,adt -180,aedt 660,aesst 660,akdt -480,almst 420,awsst 540,azost 0,bdst 120,brst -120,bst 60,cadt 630,' +
  'cdt -300,cest 120,cetdst 120,chadt 825,clst -180,edt -240,eest 180,eetdst 180,egst 0,fjst 780,fnst -60,idt 180,kdt 600,' +
  'kgst 360,mdt -360,mest 120,mesz 120,metdst 120,msd 240,must 300,ndt -150,nzdt 780,pdt -420,pkst 360,pmdt -120,pyst -180,' +
  'sadt 630,ulast 540,uyst -120,uzst 360,wadt 480,wdt 540,wetdst 60,wgst -120,yekst 360';

/** Finds a lower-case word or abbreviation. */
export function findWord(word: string): Word | undefined {
  return zones.get(word) ?? coreWords.get(word);
}

/** True for the words of PostgreSQL's own table, without zone abbreviations. */
export function isCoreWord(word: string): boolean {
  return coreWords.has(word);
}

const coreWords = buildCoreWords();
const zones = new Map<string, Word>([...readZones(STANDARD_ZONES, false), ...readZones(DAYLIGHT_ZONES, true)]);

function buildCoreWords(): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>([
    ['sept', { kind: 'month', value: 9 }],
    ['am', { kind: 'meridian', value: 0 }],
    ['pm', { kind: 'meridian', value: 1 }],
    ['ad', { kind: 'era', value: 0 }],
    ['bc', { kind: 'era', value: 1 }],
    ['epoch', { kind: 'moment', value: 'epoch' }],
    ['infinity', { kind: 'moment', value: 'infinity' }],
    ['+infinity', { kind: 'moment', value: 'infinity' }],
    ['-infinity', { kind: 'moment', value: '-infinity' }],
  ]);
  MONTHS.forEach((name, i) => {
    words.set(name, { kind: 'month', value: i + 1 });
    words.set(name.slice(0, 3), { kind: 'month', value: i + 1 });
  });
  for (const [kind, list] of Object.entries(PLAIN)) {
    for (const word of list.split(' ')) words.set(word, { kind: kind as keyof typeof PLAIN });
  }
  return words;
}

function readZones(list: string, daylight: boolean): [string, Word][] {
  return list.split(',').map((entry) => {
    const [name, minutes] = entry.split(' ') as [string, string];
    return [name, { kind: 'zone', value: Number(minutes) * 60, daylight }];
  });
}
