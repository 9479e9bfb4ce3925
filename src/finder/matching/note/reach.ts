import type { CueKind } from './cue-words.ts'
import { type Cue, cuesOf, cueWordsOf } from './cues.ts'
import type { NoteSentence } from './note-sentence.ts'

/** The cues of a sentence, found once for all that it names. */
export function cuesIn(sentence: NoteSentence): readonly Cue[] {
  const before = known.get(sentence)
  if (before) return before
  const { cues, notDenials } = cueWordsOf(sentence.language)
  const others = [...sentence.text.matchAll(notDenials)]
  const found = cuesOf(sentence.text, cues).filter(
    ({ kind, start }) =>
      kind !== 'deny' ||
      !others.some((one) => start >= one.index && start < one.index + one[0].length),
  )
  known.set(sentence, found)
  return found
}

/** Gone with the sentences. */
const known = new WeakMap<NoteSentence, readonly Cue[]>()

/** The nearest cue of a kind before a place, if it reaches that far. */
export function cueBefore(
  sentence: NoteSentence,
  cues: readonly Cue[],
  kind: CueKind,
  start: number,
): Cue | undefined {
  const cue = cues.findLast((one) => one.kind === kind && one.end <= start)
  return cue && reaches(sentence, cues, cue, start) ? cue : undefined
}

function reaches(
  { text, language }: NoteSentence,
  cues: readonly Cue[],
  cue: Cue,
  start: number,
): boolean {
  const between = text.slice(cue.end, start)
  if (between.length > 160 || /;|[.!?]\s|\n\s*[-•*]/.test(between)) return false
  if (/:/.test(between.replace(/^\s?:/, '')) && cue.kind !== 'past') return false
  if (leavesBrackets(between)) return false
  if (cue.kind === 'family') return true
  if (cue.kind !== 'past' && between.replace(/\([^()]*\)/g, '').includes('(')) return false
  const isTurned = cues.some(
    (one) => one.kind === 'turn' && one.start >= cue.end && one.end <= start,
  )
  if (isTurned || !between.includes(',')) return !isTurned
  if (
    cue.kind === 'mention' &&
    /^(?:si|if|en cas d['’e]|in case of)$/i.test(text.slice(cue.start, cue.end))
  )
    return false
  if (cue.kind === 'doubt') return /,\s*(?:or|ou|vs)\b/i.test(between)
  if (
    cue.kind === 'deny' &&
    /^ ?: /.test(between) &&
    /^(?:[ée]cart|[ée]limin|infirm)/iu.test(text.slice(cue.start, cue.end))
  )
    return true
  if (cue.kind === 'deny')
    return !isOfVerb(text, cue, between) && goesOnOverComma(text, cue, start, language)
  return true
}

/** "Can't concentrate, mind races": what a verb denies ends with it, unless it is "have" or an "or" follows. */
function isOfVerb(text: string, { start, end }: Cue, between: string): boolean {
  return (
    /^(?:cannot|not|never|\p{L}+n['’]?t|dosnt|doesnt|isnt|hasnt)$/iu.test(text.slice(start, end)) &&
    !/^\s?(?:yet |really |had |have |having |got |get |report\p{L}* |complain\p{L}* |describ\p{L}* |any |show\p{L}* |experienc\p{L}* |been |aware |known )/iu.test(
      between,
    ) &&
    !/(?<!\p{L})(?:or|nor)(?!\p{L})/iu.test(
      between + text.slice(end + between.length).split(/[.;]/, 1)[0],
    )
  )
}

/** A list after "no" goes on over commas; what has a length of its own is new, and a French list says "ni" or "de" again. */
function goesOnOverComma(text: string, cue: Cue, start: number, language: 'en' | 'fr'): boolean {
  const between = text.slice(cue.end, start)
  const rest = text.slice(start)
  if (language === 'fr')
    return (
      (noneBefore.test(between) && !startsAnew.test(between + rest.split(/[,;.]/, 1)[0])) ||
      /,\s*(?:ni|de|du|d['’]|ou)\s?(?:[^,]*)$/i.test(between) ||
      /^[^.;]{0,80}\b(?:ni|ou)\b/i.test(rest)
    )
  const item = between.slice(between.lastIndexOf(',') + 1) + rest
  if (isNew.test(item.trimStart())) return false
  // "Not anticoagulated, hypercholesterolaemia": what was not done is said whole before the comma.
  if (
    !/^(?:no|nor?|den\p{L}+|without|negative for|neg for|free (?:of|from)|absence of)$/iu.test(
      text.slice(cue.start, cue.end),
    ) &&
    /^\s?(?:\p{L}+ly )?\p{L}+(?:ed|ing|ive|able|ible)(?: \p{L}+){0,2},/iu.test(between)
  )
    return false
  return !/^\S+(?: \S+)?\s(?:for|x|since) ?\d/i.test(rest)
}

/** "Pas d'ATCD de phlébite, EP, IDM": what a person never had is a list to its end. */
const noneBefore =
  /^ ?(?:(?:d['’]|de |aucun |les )?(?:autres? )?(?:ant[ée]c[ée]dents?|atcds?|histoire)(?: \p{L}+)? (?:de |d['’]|du |des )|(?:ant[ée]c[ée]dents?|atcds?) ?: ?)/iu
const startsAnew =
  /(?<!\p{L})(?:depuis|sous|trait[ée]e?|op[ée]r[ée]e?|connue?|actuel\p{L}*|stable|a|est|pr[ée]sente|pour|il y a|en (?:19|20)\d\d|\d)(?!\p{L})/iu

/** What is there begins a new statement: a degree, a course, an amount. */
const isNew =
  /^(?:poor|low|loss|lost|reduced|increased|mild|moderate|severe|worsening|sense|some|slight|marked|grade [1-5]|gr \d|stage \d|persistent|persisting|ongoing|intermittent|occasional|frequent|chronic(?!\s\p{L}+(?:,| or))|new[- ]onset|positive|known|still|only|just|but|mostly|start|begin|commence|continue|give|add|try|switch|plan|will|then|cries|feels|wakes|sleeps|gets|keeps|goes|drinks|walks|falls|forgets|worries|sweats|looks|seems|has|is|was|takes|(?:(?:left|right|both) )?(?:nipples?|breasts?|abdomen|tummy|throat|ears?|eyes?|skin|knees?|ankles?|legs?|arms?|hands?|feet|calf|calves|tonsils?|lips|face|neck|wound|tongue|gait) (?:(?:is|are|a|bit|very) )*(?:cracked|swollen|red|tender|sore|hot|enlarged|inflamed|dry|puffy|pale|painful|stiff|unsteady|weak|cold))(?!\p{L})/iu

function leavesBrackets(between: string): boolean {
  let depth = 0
  for (const sign of between) {
    if (sign === '(') depth++
    if (sign === ')' && --depth < 0) return true
  }
  return false
}

/** The nearest cue of a kind after a place, if nothing but its own words comes between. */
export function cueAfter(
  { text, language }: NoteSentence,
  cues: readonly Cue[],
  kind: CueKind,
  end: number,
): Cue | undefined {
  const cue = cues.find((one) => one.kind === kind && one.start >= end)
  if (!cue || cue.start - end > 120) return undefined
  const between = text.slice(end, cue.start)
  const said = text.slice(cue.start, cue.end)
  const own = between
    .replace(/^\s*\([^()]{0,30}\)/, '')
    .replace(/^\s?:\s?$/, isEnding.test(said) ? ' ' : '$&')
    .replace(/^ [A-E](?:\s?[/+&]\s?[A-E])?(?=\s)/, '')
    .replace(/,\s*$/, '')
    .replace(/^\s*\($/, '')
  if (turnsAfter.test(own.replace(suspectedFirst, ' '))) return undefined
  if (ofMarker.test(own) && /neg|n[ée]g|detect|d[ée]tect|norm|clear|absent/i.test(said))
    return undefined
  if (language === 'en' && ofWhatFollows.test(text.slice(cue.start))) return undefined
  if (/[;.,:()\n]|->|→/.test(own) && !isSharedBy(text, cue, own)) return undefined
  if (/^(?:no|none|nil|denies|never|zero|non|aucune?|nie|jamais|zéro|0)$/i.test(said))
    return undefined
  if (
    /^n[ée]g/i.test(said) &&
    /(?:triple|HER-?2|receptors?|r[ée]cepteurs?)[- ]?$/i.test(
      text.slice(Math.max(0, cue.start - 12), cue.start),
    )
  )
    return undefined
  if (cue.start - end > 60 && !own.includes(',')) return undefined
  if (/norm|unremark|^present|^présent/i.test(said) && /\p{L}/u.test(own)) return undefined
  return own.split(/\s+/).length <= (own.includes(',') ? 20 : 8) ? cue : undefined
}

/** "Dementia likely Alzheimer's": what follows is in doubt, and what stands before is not. */
const ofWhatFollows =
  /^(?:likely|probabl[ey]|possibl[ye]) (?!(?:on|in|at|given|but|and|or|if|as|by|per|from|with|because|due|now|today|although|though|to|that|is|was|not|so|after|since|clinically|diagnos[ie]s|however|this|today|vs|versus)(?!\p{L}))\p{L}/iu

/** "Prostate ca 2010, prostatectomy, PSA undetectable": the marker is, and the illness was. */
const ofMarker =
  /(?<!\p{L})(?:PSA|CEA|CA ?-?(?:19|125|15)\S*|AFP|hCG|MRD|ctDNA|LDH|markers?|marqueurs?|margins?|marges?|nodes?|ganglions?|biops\p{L}*|scans?|PET(?:[- ]CT)?|TEP|IRM|MRI|CT|TDM|scanner|x-?rays?|radio|[ée]cho\p{L}*|cytolog\p{L}*|viral load|charge virale)\s*$/iu

/** "Anaemia: resolved". */
const isEnding =
  /gu[ée]ri|r[ée]sol|cured|clear|trait[ée]e? en|treated in|op[ée]r[ée]e? en|r[ée]mission|remission|eradicated|[ée]radiqu|quit|sober|abstin|stopp|ceased|gave up|clean$|sevr|arr[êe]t/i

const infection =
  /(?:HIV|HBV|HCV|hep(?:atitis)? [ABC]|syphilis|gonorrh?o?ea|chlamydia|CMV|EBV|influenza|flu|RSV|covid(?:-19)?|malaria|dengue|tuberculosis|TB|toxoplasmosis|rubella|lyme|strep\w*)$/i

/** "VIH, VHB et VHC négatifs", "fever, rash and cough all resolved": a list, and a word in the plural or "all" for it. */
function isSharedBy(text: string, cue: Cue, between: string): boolean {
  if (/anti|posit|n[ée]gat|[+]|[=]/i.test(between)) return false
  if (
    !/^\s?,?(?: (?:et|and|ou|or))?(?: [^\s,;.:()]+){1,4}(?:,(?: (?:et|and))?(?: [^\s,;.:()]+){1,4}){0,5}(?: (?:et|and)(?: [^\s,;.:()]+){1,4})?,?\s?$/iu.test(
      between,
    )
  )
    return false
  if (/(?<!\p{L})(?:all|both)\s$/iu.test(between)) return true
  // "Gonorrhoea, syphilis and HIV negative": tests of one kind.
  const said = text.slice(cue.start, cue.end)
  const own = text.slice(0, cue.start - between.length).slice(-24)
  if (/neg|reactive|detected/i.test(said) && infection.test(own) && / (?:and|or) /.test(between))
    return true
  return /^(?:sont |est |were |are |have )?(?:all |both |tous |toutes )?\p{L}+(?:ifs|ives|entes|ents|ées|ues)$|^(?:(?:are|were|have|is|now|since) )*all(?!\p{L})/iu.test(
    text.slice(cue.start, cue.end),
  )
}

/** "Suspectée puis éliminée", "suspected but ruled out": the last word holds. */
const suspectedFirst =
  /(?<!\p{L})(?:initially |d['’]abord |initialement |a [ée]t[ée] )?(?:suspect|[ée]voqu|consider|query)\p{L}*,? (?:puis|then|but|mais|and|et|later)(?!\p{L})/giu

const turnsAfter =
  /(?<!\p{L})(?:diagnosed|diagnostiqu\p{L}+|post|sur|causing|caused|chez|d[ée]couverte?|apparue?|suivie?|connue?|[ée]voluant|onset|began|started|since|dx|but|however|although|with|on|and (?:has|is|was)|who|then|which|since|mais|avec|sous|puis|depuis|qui|est|a)(?!\p{L})/iu
