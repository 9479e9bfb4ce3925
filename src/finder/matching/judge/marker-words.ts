/** Whether a text says that a marker is there: a receptor, a mutation, an antibody, an antigen. */
export type Polarity = 'positive' | 'negative'

/** Every marker that a text gives a polarity, by its key, with where the words of each stand. */
export interface MarkersSaid {
  readonly said: ReadonlyMap<string, ReadonlySet<Polarity>>
  /** Markers that share one polarity, by an "or" or by an "and" (`isAnyOf`). */
  readonly groups: readonly MarkerGroup[]
}

/** Markers named in one row with one polarity, at characters `start` to `end`. */
export interface MarkerGroup {
  readonly keys: readonly string[]
  readonly polarity: Polarity
  readonly isAnyOf: boolean
  readonly start: number
  readonly end: number
}

/** Markers by the words of English and French; a key is what facts and criteria share. */
const names: Readonly<Record<string, string>> = {
  her2: String.raw`her-?2(?:\/ ?neu)?`,
  er: String.raw`(?:o?estrogen[- ]receptors?(?: \(er\))?|er(?=[- ]?(?:\+|positi|n[eé]gati|-))|r[eé]cepteurs? (?:aux |des |d['’])?(?:œ|oe)strog[eè]nes?|RE(?=[- ]?(?:\+|positi|n[eé]gati)))`,
  pr: String.raw`(?:progesterone[- ]receptors?(?: \(p(?:g)?r\))?|pg?r(?=[- ]?(?:\+|positi|n[eé]gati|-))|r[eé]cepteurs? (?:à la |de la )?progest[eé]rone|RP(?=[- ]?(?:\+|positi|n[eé]gati)))`,
  hr: String.raw`(?:hormone[- ]receptors?(?: \(hr\))?|hr(?=[- ]?(?:\+|positi|n[eé]gati))|r[eé]cepteurs? hormonaux|RH(?=[- ]?(?:\+|positi|n[eé]gati|-)))`,
  egfr: 'egfr',
  pdl1: 'pd-?l-?1',
  alk: 'alk',
  ros1: 'ros-?1',
  ret: 'ret(?=[- ](?:fusion|rearrang|mutat|positi|n[eé]gati))',
  ntrk: 'ntrk(?:[1-3])?',
  kras: 'k-?ras',
  nras: 'n-?ras',
  ras: 'ras',
  braf: 'braf',
  brca1: 'brca-? ?1',
  brca2: 'brca-? ?2',
  brca: String.raw`(?:g|s)?brca(?: ?1 ?(?:\/|and|or|et|ou) ?(?:brca ?)?2)?m?`,
  pik3ca: 'pik3ca',
  flt3: 'flt-?3(?:-?(?:itd|tkd))?',
  npm1: 'npm1',
  idh: 'idh(?:-?1)?(?:-?2| ?(?:\\/|and|or|et|ou) ?(?:idh)?-?2)?',
  del17p: String.raw`(?:del(?:etion)?[- ]?\(?17p(?:13)?\)?|17p[- ]?(?:deletion|del)|d[ée]l[ée]tion (?:du )?17p|deletion of 17p)`,
  tp53: '(?:tp-?53|p53)',
  jak2: 'jak-?2',
  calr: 'calr',
  bcrAbl: String.raw`(?:philadelphia[- ]chromosome|(?:chromosome )?philadelphie|bcr[-:/ ]*abl1?|ph(?=[+]))`,
  hpv: '(?:hpv|human papilloma ?virus|papillomavirus(?: humain)?)(?:[- ]?1[68])?',
  ebv: '(?:ebv|epstein[- ]barr(?: virus)?)',
  pylori: String.raw`(?:h\. ?|helicobacter )pylori`,
  hbsag: String.raw`(?:hbs ?ag|(?:hepatitis b|hbv) surface antigen(?: \(hbsag\))?|(?:ag|antigène) ?hbs)`,
  hbeag: String.raw`(?:hbe ?ag|hepatitis b e[- ]antigen(?: \(hbeag\))?|(?:ag|antigène) ?hbe)`,
  ccp: '(?:anti-?ccp|acpa)',
  rf: '(?:rheumatoid factor|facteur rhumatoïde)',
  ana: '(?:anti-?nuclear antibod(?:y|ies)|ana|anticorps anti-?nucléaires|AAN)',
  achr: '(?:(?:anti-?)?(?:acetylcholine receptor|achr)(?:[- ]antibod(?:y|ies))?|anti-?rach)',
  musk: '(?:anti-?)?musk',
  aqp4: '(?:anti-?)?(?:aquaporin-?4|aqp-?4)(?:[- ](?:igg|antibod(?:y|ies)))?',
  islet: String.raw`(?:islet (?:cell )?(?:auto-?)?antibod(?:y|ies)|(?:anti-?)?gad(?:65)?(?: antibod(?:y|ies))?|ia-?2(?: antibod(?:y|ies))?|znt8)`,
  nodes: String.raw`(?:(?:axillary |sentinel )?lymph[- ]nodes?|(?:axillary |sentinel )?nodes?|ganglions?)`,
  b27: 'hla-?b27',
}

const all = Object.entries(names).map(([key, source]) => ({
  key,
  at: new RegExp(String.raw`(?<![\p{L}\d])(?:${source})(?![\p{L}])`, 'giu'),
}))

/** Words that name a marker and its polarity at once; several markers for a cancer without any of three receptors. */
const direct: readonly (readonly [keys: readonly string[], polarity: Polarity, RegExp])[] = [
  [['er', 'pr', 'hr', 'her2'], 'negative', /\b(?:triple[- ]?n[eé]gati(?:ve|f)|TNBC)\b/giu],
  [
    ['msi'],
    'positive',
    /\b(?:MSI(?:[- ]?(?:H|high))|d-?MMR|(?:mismatch[- ]repair|MMR)[- ]defici\w+|deficient (?:DNA )?mismatch[- ]repair|microsatellite[- ]instab\w+(?:[- ]high)?|instabilité (?:des )?microsatellit\w+)(?![\p{L}])/giu,
  ],
  [
    ['msi'],
    'negative',
    /\b(?:MSS|p-?MMR|microsatellite[- ]stab\w+|(?:mismatch[- ]repair|MMR)[- ]proficien\w+|proficient (?:DNA )?mismatch[- ]repair|stabilité (?:des )?microsatellit\w+|microsatellites stables)(?![\p{L}])/giu,
  ],
]
const anyName = new RegExp(
  `(?<![\\p{L}\\d])(?:${Object.values(names).join('|')})(?![\\p{L}])|triple|TNBC|MSI|MMR|MSS|microsat`,
  'iu',
)

const link = String.raw`(?:CLO|urea|breath|stool|status|test(?:s|ing|ed)?|is|are|was|were|been|both|all|tumou?rs?|disease|expression|strongly|weakly|gene|genetic|somatic|germline|activating|sensiti[sz]ing|pathogenic|known|documented|confirmed|exon|v600[ek]?|v617f|g12c|l858r|t790m|itd|\d{1,2}|deletion|or|and|et|ou|est|sont|statut|recherche|gène|tumeur|antibod(?:y|ies)|titers?|igg|found|serology|sérologie|both|at \w+)`
const positive = String.raw`(?:positi(?:ve|f|fs|ves|vity|vité)s?|\+(?!\w)|muta(?:ted|nt)|mutée?s?|(?:gene )?mutations?|rearrang\w+|réarrang\p{L}+|translocat\w+|fusions?|amplifi\p{L}+|over-?express\w*|surexprim\w*|surexpression|présents?\b|detected|d[ée]tectée?s?)`
const negative = String.raw`(?:n[eé]gati(?:ve|f|fs|ves|vity|vité)s?|-(?=\s*(?:[,.;)/]|$|and\b|et\b|breast|tumou?r|cancer))|wild[- ]?type|wt\b|sauvages?|non[- ]?mut(?:ée?s?|ated)|unmutated|not (?:mutated|rearranged|amplified|detected|overexpress\w*)|non (?:réarrang\p{L}+|amplifi\p{L}+|détectée?)|(?:mutations?|rearrangements?|amplification) (?:was |were )?(?:not (?:found|detected|present)|negative|absente?)|absente?s?)`
const gap = String.raw`(?:[\s/:,()&]|-(?=\p{L})|(?<![\p{L}])${link}(?![\p{L}]))*`
const isNegative = new RegExp(`^${gap}${negative}`, 'iu')
const isPositive = new RegExp(`^${gap}${positive}`, 'iu')
const mutationOnly = new RegExp(
  `^${gap}(?:(?:gene )?mutations?|rearrang\\w+|fusions?|translocat\\w+|amplification|réarrang\\w+)`,
  'iu',
)
const deniedBefore =
  /(?:\b(?:no|without|lacking|negative for|absence of|free of|wild[- ]?type(?: for)?|sans|pas de|absence de|absence d|aucune?|négative? pour|not have(?: an?)?)|n['’]a pas de)[\s'’]*(?:(?:known|documented|detectable|activating|sensiti[sz]ing|actionable|targetable|germline|somatic|gene|mutations?|réarrangements?|rearrangements?|de|du|des|d|in|the|any|an?|anticorps|fusion|or|ou|and|et)[\s'’]+)*$/iu
const positiveBefore =
  /\b(?:positive (?:for|test for)|(?:mutation|rearrangement|fusion|amplification)s? (?:of|in)(?: the)?|(?:mutation|réarrangement|amplification)s? (?:de|du|d))[\s'’]*$/iu
const unsure =
  /^[^.;]{0,40}\b(?:pending|unknown|awaited|not (?:yet )?(?:tested|known|done|available)|en (?:attente|cours)|inconnue?|non (?:recherchée?|faite?)|to be|will be|smear|frottis|vaccin\p{L}*)\b/iu

/** The markers of a text with their polarity; one that is asked or awaited, and not told, has none. */
export function markersIn(text: string): MarkersSaid {
  if (!anyName.test(text)) return { said: new Map(), groups: [] }
  const groups: MarkerGroup[] = []
  for (const { keys, start, end, isAnyOf } of rowsIn(text)) {
    const at = polarityAt(text, start, end)
    if (at) addRow(groups, { keys, isAnyOf, ...at }, text)
  }
  for (const [keys, polarity, pattern] of direct)
    for (const { 0: words, index: start } of text.matchAll(pattern)) {
      const end = start + words.length
      const isOpen = unsure.test(text.slice(end, end + 70)) || /^[- ]*stat/i.test(text.slice(end))
      if (!isOpen && !deniedBefore.test(text.slice(Math.max(0, start - 60), start)))
        addTo(groups, { keys, polarity, isAnyOf: false, start, end }, text)
    }
  const said = new Map<string, Set<Polarity>>()
  for (const { keys, polarity } of groups)
    for (const key of keys) said.set(key, (said.get(key) ?? new Set<Polarity>()).add(polarity))
  return { said, groups }
}

type Row = Omit<MarkerGroup, 'polarity'>

/** Names with nothing of their own between stand in one row. */
function rowsIn(text: string): readonly Row[] {
  const found = all
    .flatMap(({ key, at }) =>
      [...text.matchAll(at)].map((match) => ({
        key,
        start: match.index,
        end: match.index + match[0].length,
      })),
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const rows: Row[] = []
  for (const { key, start, end } of found) {
    const row = rows.at(-1)
    if (row && start < row.end) continue
    const between = row && text.slice(row.end, start)
    if (row && between !== undefined && joins.test(between))
      rows.splice(-1, 1, {
        keys: [...row.keys, key],
        isAnyOf: row.isAnyOf || /\b(?:or|ou)\b|\//i.test(between),
        start: row.start,
        end,
      })
    else rows.push({ keys: [key], start, end, isAnyOf: false })
  }
  return rows
}

/** "Estrogen receptor positive or progesterone receptor positive" is one group of two. */
function addRow(groups: MarkerGroup[], group: MarkerGroup, text: string): void {
  const last = groups.at(-1)
  const isOr =
    last?.polarity === group.polarity &&
    /^\s*,?\s*(?:or|and\/or|ou|et\/ou)\s*$/i.test(text.slice(last.end, group.start))
  if (last && isOr)
    groups.splice(
      -1,
      1,
      asOne({ ...group, keys: [...last.keys, ...group.keys], isAnyOf: true, start: last.start }),
    )
  else groups.push(asOne(group))
}

/** "MSI-H or dMMR": two names of one thing are one. */
function addTo(groups: MarkerGroup[], group: MarkerGroup, text: string): void {
  const last = groups.at(-1)
  const isSame =
    last !== undefined &&
    last.end <= group.start &&
    last.keys.join() === group.keys.join() &&
    last.polarity === group.polarity &&
    /^[\s,(/]*(?:and\/or|or|and|ou|et)?[\s(/]*$/i.test(text.slice(last.end, group.start))
  if (isSame) groups.splice(-1, 1, { ...last, end: group.end })
  else groups.push(group)
}

/** One of the two receptors is positive: the hormone receptors are. "ER/PR-negative" is both. */
function asOne(group: MarkerGroup): MarkerGroup {
  const { keys, polarity, isAnyOf } = group
  const isOfHormones = keys.length === 2 && keys.includes('er') && keys.includes('pr')
  if (!isOfHormones || !isAnyOf) return group
  return polarity === 'positive'
    ? { ...group, keys: ['hr'], isAnyOf: false }
    : { ...group, isAnyOf: false }
}

/** Two names with nothing of their own between: "EGFR and ALK", "ER/PR", "EGFR mutation or ALK rearrangement". */
const joins =
  /^(?: (?:gene |activating |sensiti[sz]ing )*(?:mutations?|rearrangements?|fusions?|amplification|receptors?))?\s*(?:\/|,|,? ?(?:and|or|and\/or|et|ou|&)) ?(?:an? |the |de |d['’])?$/i

function polarityAt(
  text: string,
  start: number,
  end: number,
): { readonly polarity: Polarity; readonly start: number; readonly end: number } | undefined {
  const after = text.slice(end, end + 70)
  const before = text.slice(Math.max(0, start - 60), start)
  if (unsure.test(after) || tested.test(before)) return undefined
  const counted = countedAt(text.slice(start, end), before, after)
  if (counted)
    return counted.polarity && { polarity: counted.polarity, start, end: end + counted.length }
  const denied = deniedBefore.exec(before)
  if (denied) {
    const rest = isPositive.exec(after)?.[0].length ?? 0
    return ofVariant(after.slice(0, rest))
      ? undefined
      : { polarity: 'negative', start: start - denied[0].length, end: end + rest }
  }
  const not = isNegative.exec(after)
  if (not)
    return ofVariant(not[0]) ? undefined : { polarity: 'negative', start, end: end + not[0].length }
  const is = isPositive.exec(after)
  if (is)
    return mutationOnly.test(after) && /^[^,.;]{0,24}\b(?:status|statut|test\w*)\b/iu.test(after)
      ? undefined
      : { polarity: 'positive', start, end: end + is[0].length }
  if (/17p/i.test(text.slice(start, end))) return { polarity: 'positive', start, end }
  const led = positiveBefore.exec(before)
  return led ? { polarity: 'positive', start: start - led[0].length, end } : undefined
}

/** "HER2 1+" is negative and "2+" is told by another test; of "0/12 nodes positive" none is. */
function countedAt(
  name: string,
  before: string,
  after: string,
): { readonly polarity: Polarity | undefined; readonly length: number } | undefined {
  if (/^her/i.test(name)) {
    const { 0: written, groups } = stained.exec(after) ?? {}
    if (written === undefined) return undefined
    const gene =
      /^[^.;]{0,12}\bF?[CS]?ISH\b[^.;]{0,12}?(?:(?<no>n[eé]gati\w*|-|non|not)|(?<yes>positi\w*|\+|amplif\w*))/i.exec(
        after.slice(written.length),
      )?.groups
    const score = Number(groups?.score)
    const byGene =
      gene?.no === undefined ? (gene?.yes === undefined ? undefined : 'positive') : 'negative'
    return {
      polarity: score < 2 ? 'negative' : score > 2 ? 'positive' : byGene,
      length: written.length,
    }
  }
  if (!/nodes?$|ganglions?$/i.test(name)) return undefined
  const none = noneOfMany.exec(after)?.[0]
  if (none === undefined && !/(?:\b0|\bnone) ?(?:\/|of|out of|sur) ?(?:the )?\d* ?$/i.test(before))
    return undefined
  return { polarity: 'negative', length: none?.length ?? 0 }
}

const stained =
  /^[\s(:,]*(?:(?:IHC|score|by|is|de|à|à l[’']IHC|immunohistochemistry)[\s:]+)*(?<score>[0-3])(?:\s?\+|(?=\s?(?:[),.;/-]|or\b|ou\b|$)))/i
const noneOfMany = /^[\s:(]*0 ?(?:\/|of|out of|sur) ?\d+(?: positi\w*)?/i

/** That one variant is not there leaves the others. */
function ofVariant(words: string): boolean {
  return /t790m|exon|v600|l858r|g12c|(?<!v)\d{2}/i.test(words.replace(/v617f/gi, ''))
}

const tested =
  /\b(?:test(?:ed|ing)? for|screen(?:ed|ing) for|status (?:of|for)|anal[iy]s[ei]s (?:of|for)|recherche d[e'’]|smears?|frottis|vaccin\w* (?:contre|against)) ?(?:the )?$/i

/** What the polarity of one marker says of another. */
const follows: readonly (readonly [key: string, polarity: Polarity, then: readonly string[]])[] = [
  ['hr', 'negative', ['er', 'pr']],
  ['er', 'positive', ['hr']],
  ['pr', 'positive', ['hr']],
  ['ras', 'negative', ['kras', 'nras']],
  ['kras', 'positive', ['ras']],
  ['nras', 'positive', ['ras']],
  ['brca', 'negative', ['brca1', 'brca2']],
  ['brca1', 'positive', ['brca']],
  ['brca2', 'positive', ['brca']],
]

/** What is said of markers, with what follows from it. */
export function withFollowing(
  said: ReadonlyMap<string, ReadonlySet<Polarity>>,
): ReadonlyMap<string, ReadonlySet<Polarity>> {
  const more = new Map([...said].map(([key, own]) => [key, new Set(own)] as const))
  for (const [key, polarity, then] of follows)
    if (said.get(key)?.has(polarity))
      for (const each of then) more.set(each, (more.get(each) ?? new Set()).add(polarity))
  return more
}
