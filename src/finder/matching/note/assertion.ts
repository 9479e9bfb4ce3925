import type { Presence } from '../patient/patient.ts'
import type { CueKind } from './cue-words.ts'
import { type Cue, cuesOf, cueWordsOf } from './cues.ts'
import { isOfOthers } from './whose.ts'
import type { NoteSentence } from './note-sentence.ts'

/** How a sentence speaks of something it names. */
export interface Assertion {
  readonly presence: Presence
  readonly when: 'now' | 'history'
  readonly of: 'patient' | 'family'
  /** It is said to be over, not merely to be of before. */
  readonly isOver: boolean
}

/**
 * Reads the words around a mention (characters `start` to `end` of a sentence), as NegEx and ConText do: a cue
 * reaches over a list, and ends where the sentence turns. Rule `assertion@3`.
 */
export function assertionOf(sentence: NoteSentence, start: number, end: number): Assertion {
  const cues = cuesIn(sentence)
  const over = timeOf(sentence, cues, start, end)
  return {
    presence: presenceOf(sentence, cues, start, end),
    ...over,
    of: isOfOthers(sentence, cues, start, end) ? 'family' : 'patient',
  }
}

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

function presenceOf(
  sentence: NoteSentence,
  cues: readonly Cue[],
  start: number,
  end: number,
): Presence {
  const { text } = sentence
  const answer = answerAfter(text.slice(end, end + 40))
  if (answer) return answer
  if (minus.test(text.slice(end, end + 12))) return 'absent'
  if (sentence.language === 'fr' && isDeniedVerb(text, start, end)) return 'absent'
  if (/\b(?:anti|contre)-?\s?$/i.test(text.slice(Math.max(0, start - 7), start))) return 'mentioned'
  const denied = cueBefore(sentence, cues, 'deny', start) ?? cueAfter(sentence, cues, 'denied', end)
  const doubt =
    cueBefore(sentence, cues, 'doubt', start) ?? cueAfter(sentence, cues, 'doubted', end)
  if (denied && !(doubt && /rule|exclude|limin|exclu/i.test(text.slice(denied.start, denied.end))))
    return 'absent'
  if (cueBefore(sentence, cues, 'mention', start)) return 'mentioned'
  const touching = text.slice(end, end + 14)
  const after = cueAfter(sentence, cues, 'mentioned', end)
  if (after && /^[\s-]{0,2}\p{L}/u.test(touching) && after.start - end < 2) return 'mentioned'
  return doubt ? 'possible' : 'present'
}

/** "VIH –, VHC –", "toux -, fièvre +": a minus sign behind a name denies it. */
const minus = /^\s?[-–−](?=\s*(?:[,;.)](?!\d)|$))|^\s[-–−](?=\s[A-Z]{2,5}\s?[-–−](?:[\s,.;]|$))/u

/** "Ne tousse pas", "il ne s'étouffe plus", and as people say it "il tousse pas". */
function isDeniedVerb(text: string, start: number, end: number): boolean {
  const negation = /^ (pas|plus|jamais)(?!\p{L})/iu.exec(text.slice(end, end + 8))?.[1]
  if (negation === undefined) return false
  const before = text.slice(Math.max(0, start - 12), start)
  if (/(?<!\p{L})(?:ne |n['’])(?:se |s['’]|me |m['’])?$/iu.test(before)) return true
  return negation !== 'plus' && /(?<!\p{L})(?:il|elle|je|ça|on) (?:se |s['’])?$/iu.test(before)
}

/** "Asthma: yes", "DM: no", "Tabac : jamais", "Hémorragie ? Non". */
function answerAfter(after: string): Presence | undefined {
  const answer =
    /^\s?(?:\([^()]{0,20}\)\s?)?(?:use|status)?\s?(?:[:=?]|-(?=\s))\s*([^\s.,;]+)/i.exec(after)?.[1]
  if (answer === undefined || nothingYet.test(after)) return undefined
  if (
    /^(?:no|none|nil|never|non|aucune?|jamais|absente?|nég\w*|neg\w*|denie[sd]|0|-)$/i.test(answer)
  )
    return 'absent'
  return /^(?:yes|oui|\+|pos\w*|present|présente?)$/i.test(answer) ? 'present' : undefined
}

/** "CT to rule out pneumonia: no result yet." */
const nothingYet =
  /^\s?[:=?-]\s*(?:no|none|aucune?|pas (?:encore )?de) (?:\p{L}+ )?(?:results?|reports?|answers?|news|conclusions?|decisions?|r[ée]sultats?|r[ée]ponses?|nouvelles?)(?!\p{L})/iu

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
  if (cue.kind !== 'past' && between.includes('(')) return false
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

/** What is there begins a new statement: a degree, a course, an amount. */
const isNew =
  /^(?:poor|low|loss|lost|reduced|increased|mild|moderate|severe|worsening|sense|some|slight|marked|grade [1-5]|gr \d|stage \d|persistent|persisting|ongoing|intermittent|occasional|frequent|chronic(?!\s\p{L}+(?:,| or))|new[- ]onset|positive|known|still|only|just|but|mostly|cries|feels|wakes|sleeps|gets|keeps|goes|drinks|walks|falls|forgets|worries|sweats|looks|seems|has|is|was|takes|(?:(?:left|right|both) )?(?:nipples?|breasts?|abdomen|tummy|throat|ears?|eyes?|skin|knees?|ankles?|legs?|arms?|hands?|feet|calf|calves|tonsils?|lips|face|neck|wound|tongue|gait) (?:(?:is|are|a|bit|very) )*(?:cracked|swollen|red|tender|sore|hot|enlarged|inflamed|dry|puffy|pale|painful|stiff|unsteady|weak|cold))(?!\p{L})/iu

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
  { text }: NoteSentence,
  cues: readonly Cue[],
  kind: CueKind,
  end: number,
): Cue | undefined {
  const cue = cues.find((one) => one.kind === kind && one.start >= end)
  if (!cue || cue.start - end > 120) return undefined
  const between = text.slice(end, cue.start)
  const own = between
    .replace(/^\s*\([^()]{0,30}\)/, '')
    .replace(
      /^\s?:\s?(?=gu[ée]ri|r[ée]sol|cured|resolved|clear|trait[ée]e? en|treated in|op[ée]r[ée]e? en)/i,
      ' ',
    )
    .replace(/^ [A-E](?:\s?[/+&]\s?[A-E])?(?=\s)/, '')
    .replace(/,\s*$/, '')
    .replace(/^\s*\($/, '')
  if (turnsAfter.test(own.replace(suspectedFirst, ' '))) return undefined
  if (/[;.,:()\n]|->|→/.test(own) && !isSharedBy(text, cue, own)) return undefined
  const said = text.slice(cue.start, cue.end)
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
  return /^(?:sont |est |were |are |have )?(?:all |both |tous |toutes )?\p{L}+(?:ifs|ives|entes|ents|ées|ues)$|^(?:(?:are|were|have|is|now|since) )*all(?!\p{L})/iu.test(
    text.slice(cue.start, cue.end),
  )
}

/** "After" reaches what stands with it, not all that follows. */
function isFarAfter(text: string, { start, end }: Cue, at: number): boolean {
  if (!/^(?:after|following|apr[èe]s|pendant|lors)/i.test(text.slice(start, end))) return false
  return at - end > 16 || text.slice(end, at).includes(',')
}

/** "Suspectée puis éliminée", "suspected but ruled out": the last word holds. */
const suspectedFirst =
  /(?<!\p{L})(?:initially |d['’]abord |initialement |a [ée]t[ée] )?(?:suspect|[ée]voqu|consider|query)\p{L}*,? (?:puis|then|but|mais|and|et|later)(?!\p{L})/giu

const turnsAfter =
  /(?<!\p{L})(?:diagnosed|diagnostiqu\p{L}+|post|sur|causing|caused|chez|d[ée]couverte?|apparue?|suivie?|connue?|[ée]voluant|onset|began|started|since|dx|but|however|although|with|on|and (?:has|is|was)|who|then|which|since|mais|avec|sous|puis|depuis|qui|est|a)(?!\p{L})/iu

function timeOf(
  sentence: NoteSentence,
  cues: readonly Cue[],
  start: number,
  end: number,
): { readonly when: 'now' | 'history'; readonly isOver: boolean } {
  const { text } = sentence
  const isFound = wasFound.test(text.slice(Math.max(0, start - 40), start))
  const ended = isFound ? undefined : cueAfter(sentence, cues, 'ended', end)
  const said = cueBefore(sentence, cues, 'past', start)
  const past = said && isFarAfter(text, said, start) ? undefined : said
  const isOver =
    /^\s?:\s?(?:dans l['’]enfance|as a child|(?:in )?childhood|enfance)/i.test(text.slice(end)) ||
    /^(?: (?:as a|in|during) [\p{L} ]{3,20})?,? (?:which )?(?:(?:he|she|they|has|have|had|since|now|long) )*(?:outgr(?:ew|own)|grew out of)(?!\p{L})/iu.test(
      text.slice(end),
    ) ||
    (ended !== undefined &&
      !/op[ée]r|trait|treat|repair|retir|pass[ée]|pass|\d|child|enfan|past|ago|il y a|dern/i.test(
        text.slice(ended.start, ended.end),
      )) ||
    (past !== undefined &&
      /^(?:ex|former|resolved|recovered|ancien|gu[ée]ri)/i.test(text.slice(past.start, past.end)))
  const year = /^[^,;.:\n]{0,20}?\s\(?(?:in |en )?(?:19|20)\d\d\b/i.exec(text.slice(end))?.[0]
  const isDated = year !== undefined && !/since|depuis|dx|diag|from|dès/i.test(year)
  const answer =
    /^\s?:\s?\(?(?:en |in )?(?:(?:19|20)\d\d(?!\d)|dans l['’]enfance|as a child|(?:in )?childhood|enfance)/i.exec(
      text.slice(end),
    )
  const isPast =
    answer !== null ||
    ended !== undefined ||
    past !== undefined ||
    isDated ||
    ofBefore.test(text.slice(end, end + 44)) ||
    sentence.section === 'history' ||
    causesEnd.test(text.slice(Math.max(0, start - 64), start)) ||
    /^\s*,?\s*(?:then |and )?(?:stopped|discontinued|arr[êe]t[ée])/i.test(text.slice(end, end + 20))
  return { when: isPast ? 'history' : 'now', isOver }
}

/** "Was diagnosed with myeloma a year ago": since then, not until then. */
const wasFound =
  /(?:(?<!\p{L})(?:diagnosed|found|trouv[ée]|d[ée]couvert|diagnostiqu[ée])e?)(?: (?:with|to have|une?|an?|le|la|les|de|des))*\s$/iu

/** "Sequestration at 14 months", "PET with first baby": what a time of life or another pregnancy had. */
const ofBefore =
  /^[^.;,:()]{0,12} (?:(?:at|aged|at age|at the age of|when aged?) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:months?|years?)(?! (?:of )?(?:follow|after|post))|(?<=aged? \w+)(?=[.,;]|$))|(?:with|in|during|after) (?:(?:her|my|the) )?(?:first|second|third|last|previous|earlier|other) (?:baby|pregnancy|child|delivery|labour))(?!\p{L})/iu

/** What a medicine was stopped for is over with it: "stopped (pancreatitis)", "arrêté pour dépression". */
const causesEnd =
  /(?:stopp\p{L}+|discontinu\p{L}+|withdrawn|intoleran\p{L}+|arr[êe]t[ée]\p{L}*|cess[ée]\p{L}*|supprim\p{L}+|suspendu\p{L}*|retir[ée]\p{L}*|interromp\p{L}+|caused|led to|resulted in|provoqu[ée]\p{L}*|entra[îi]n[ée]\p{L}*|support[ée]\p{L}*|tol[ée]r[ée]\p{L}*)(?: (?:in |en |after |at |apr[èe]s )?[^\s,.;:()]+){0,3}\s*(?:(?:because|becuase|cos|as) (?:it|they)(?: (?:was|were|made|gave|caused|left))?(?: (?:him|her|me))?(?= )|for|after|due to|d\/t|because of|owing to|pour|suite à|en raison d['’eu]|à cause d['’eu]|\(|:|, (?=no))(?: (?:a|an|une?|severe|s[ée]v[èe]re|la|le|l['’]|de|d['’])){0,2}(?:(?: [^\s,.;:()]+){1,3} (?:et|and)(?: une?| de)?)?(?: (?:[ldn]['’])?[^\s,.;:()'’]*['’]?)?\s*$/iu
