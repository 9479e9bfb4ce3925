import type { Presence } from '../patient/patient.ts'
import type { Cue } from './cues.ts'
import { isOfOthers } from './whose.ts'
import type { NoteSentence } from './note-sentence.ts'
import { cueAfter, cueBefore, cuesIn } from './reach.ts'
import { timeOf } from './time-said.ts'

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

function presenceOf(
  sentence: NoteSentence,
  cues: readonly Cue[],
  start: number,
  end: number,
): Presence {
  const { text } = sentence
  const behind = text.slice(end, end + 110)
  if (stillToTell.test(behind) || eventToTell.test(behind)) return 'possible'
  const answer = answerAfter(text.slice(end, end + 40)) ?? signBefore(text.slice(0, start))
  if (answer) return answer
  const around = cues.find((one) => one.kind === 'ended' && one.start <= start && one.end >= end)
  if (around)
    return /^(?:no|none|sans)(?!\p{L})/iu.test(text.slice(around.start)) ? 'absent' : 'mentioned'
  if (minus.test(text.slice(end, end + 12))) return 'absent'
  if (met.test(behind)) return 'mentioned'
  if (/^ ?: ?0(?=\s*[,;.)]|\s*$)|^ 0(?=\s*[,;.)]|\s*$)/.test(behind)) return 'absent'
  if (sentence.language === 'fr' && isDeniedVerb(text, start, end)) return 'absent'
  if (/\b(?:anti|contre)-?\s?$/i.test(text.slice(Math.max(0, start - 7), start))) return 'mentioned'
  const denied = cueBefore(sentence, cues, 'deny', start) ?? cueAfter(sentence, cues, 'denied', end)
  const doubt =
    cueBefore(sentence, cues, 'doubt', start) ??
    cueAfter(sentence, cues, 'doubted', end) ??
    (isOneOfTwo.test(text.slice(end, end + 40)) || isAsked.test(text.slice(end, end + 40))
      ? { start, end }
      : undefined)
  if (denied && isConditional(text, denied)) return 'mentioned'
  if (denied && whatFor.test(text.slice(denied.end, start))) return 'mentioned'
  if (denied && !(doubt && /rule|exclude|limin|exclu/i.test(text.slice(denied.start, denied.end))))
    return 'absent'
  if (vaccineOf.test(text.slice(Math.max(0, start - 60), start))) return 'mentioned'
  if (cueBefore(sentence, cues, 'mention', start)) return 'mentioned'
  const touching = text.slice(end, end + 14)
  const after = cueAfter(sentence, cues, 'mentioned', end)
  if (after && /^[\s-]{0,2}\p{L}/u.test(touching) && after.start - end < 2) return 'mentioned'
  return doubt ? 'possible' : 'present'
}

/** "No prior chemo for advanced disease", « jamais traité pour un cancer »: that a treatment was not had denies not what it is for. */
const whatFor =
  /^[^.;]{0,40}(?<!\p{L})(?:treated|(?:chemo|radio|immuno)?(?:-?therap(?:y|ies))|chemo|treatments?|surger(?:y|ies)|operations?|medications?|medicines?|drugs?|transfusions?|hospitali[sz]ations?|admissions?|traitée?s?|traitements?|chimio(?:thérapie)?|radiothérapie|chirurgie|hospitalisations?)(?: (?:given|received|prescribed|reçue?))? (?:for|pour) (?!(?:\d|\p{L}+ (?:days|weeks|months|years)))/iu
/** « Vaccin vivant (fièvre jaune) », "vaccines: yellow fever, measles": the illness a vaccine is against. */
const vaccineOf = /(?<!\p{L})vaccin\p{L}*(?: \p{L}+){0,2} ?[(:] ?(?:[\p{L} -]+, ?)*$/iu

/** "Will start propranolol if no asthma", « en l'absence d'asthme »: asked, and neither said nor denied. Rule `conditional@1`. */
function isConditional(text: string, denied: { readonly start: number }): boolean {
  return condition.test(text.slice(Math.max(0, denied.start - 60), denied.start))
}

const condition =
  /(?:(?<!\p{L})(?:if|unless|provided(?: that)?|as long as|so long as|only when|once|sauf si|si|(?:à|a) condition qu[e'’]|d[èe]s qu[e'’]|tant qu[e'’])(?: [^\s,;.:]+){0,5} ?|(?<!\p{L})(?:in the|en l['’]) ?)$/iu

/**
 * « Myélome : EPP non encore reçue », « VHB : sérologie négative » : a test, a guess or a relative stands behind the colon, and nothing
 * else does. "HIV: negative" denies, and "Breast cancer: HER2 negative, surgery planned" tells of one that is there.
 */
const test = String.raw`(?:tests?|test(?:ed|ing)|screen\p{L}*|s[eé]rolog\p{L}*|biops\p{L}*|cultures?|PCR|IGRA|quantif[eé]ron|IDR|EPP|[eé]lectrophor\p{L}*|scans?|scanner|IRM|MRI|CT|TDM|TEP|PET|EEG|ECG|[eé]cho\p{L}*|ultraso\p{L}*|EFR|spirom[eé]tr\p{L}*|\p{L}+scop(?:y|ies?)|dosages?|bilans?|pr[eé]l[eè]vements?|swabs?|cary\p{L}*|karyo\p{L}*|polysomno\p{L}*|HBsAg|Ag ?HBs|RPR|VDRL|TPHA|ELISA|results?|r[eé]sultats?|report|avis|opinion)`
const toCome = String.raw`(?:non encore|pas encore|en attente|en cours|pending|awaited|not (?:yet|done|tested|confirmed|proven)|à (?:re)?(?:faire|contrôler|chercher|confirmer|recevoir)|prévue?s?|planned|booked|neg(?:ative)?|négati(?:f|ve)s?|ininterprétable)`
const guessed = String.raw`(?:jamais (?:étudié|recherché|fait|confirmé|testé)\p{L}*|never (?:tested|studied|confirmed)|unknown|inconnue?s?|évoqué\p{L}*|suspect\p{L}*|selon|according|grand-?(?:m[eè]re|p[eè]re|mother|father|parents?)|mother|father|m[eè]re|p[eè]re|fr[eè]re|sœur|brother|sister|oncle|tante|uncle|aunt|cousine?|à (?:confirmer|rechercher)|(?:not|non|pas|encore) confirm\p{L}*)`
const stillToTell = new RegExp(
  String.raw`^\s?: (?=[^.;,]*(?<!\p{L})(?:${test}(?!\p{L})[^.;,]{0,30}(?<!\p{L})${toCome}|${guessed})(?!\p{L}))(?!(?:yes|oui|known|connue?|confirm|depuis|since|trait|treat|sous|on )\p{L}*)[^.;,]{2,90}(?:[.;]|$)`,
  'iu',
)

/** « Épilepsie : un malaise en 2023, EEG prévu »: one event, and what is to tell of it. */
const eventToTell = new RegExp(
  String.raw`^\s?: (?:une?|an?|one) (?:single |seule? )?(?:malaise|épisode|syncope|perte de connaissance|episode|event|blackout|collapse|faint)(?!\p{L})[^.;]{0,60}(?<!\p{L})${test}(?!\p{L})[^.;,]{0,30}(?<!\p{L})${toCome}(?!\p{L})`,
  'iu',
)

/** « Rougeole : contage à la crèche », « coqueluche en contact familial »: met, and not had. Rule `met@1`. */
const met =
  /^(?: en|\s?:|\s?\()?\s?(?:contacts?|contage|exposition|exposures?|expos[ée]e?)(?! dermatit| lens)(?!\p{L})/iu

/** « FA connue ? Aucun dossier. »: a question that nobody answers. */
const isAsked =
  /^ (?:connue?s?|known|ancienne?|récente?|active?)\s?\?(?!\s?(?:yes|no|oui|non|never|jamais|il dit|elle dit)(?!\p{L}))/iu

/** "COPD vs heart failure": either. */
const isOneOfTwo = /^(?: \p{L}+){0,2},? (?:vs\.?|versus) \p{L}/iu

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

/** "IBD none.", « Splénectomie non. », « Prostatectomie antérieure : non », "HIV unknown". */
const bareAnswer =
  /^(?: \p{L}+)?(?: ?:)? (?:none|nil|non|jamais|never|not yet|pas encore|(?<open>unknown|inconnue?s?|not known))(?=\s*(?:[.;,)]|$))/iu

/** "Asthma: yes", "DM: no", "Tabac : jamais", "Hémorragie ? Non". */
function answerAfter(after: string): Presence | undefined {
  const bare = bareAnswer.exec(after)?.groups
  if (bare?.['open'] !== undefined) return 'possible'
  if (bare) return 'absent'
  const answer =
    /^\s?(?:\([^()]{0,20}\)\s?)?(?:use|status)?\s?(?:[:=?]|-(?=\s))\s*([^\s.,;]+)/i.exec(after)?.[1]
  if (answer === undefined || nothingYet.test(after)) return undefined
  if (
    /^(?:no|none|nil|never|non|aucune?|jamais|absente?|nég\w*|neg\w*|denie[sd]|0|-)$/i.test(answer)
  )
    return 'absent'
  return /^(?:yes|oui|\+|pos\w*|present|présente?)$/i.test(answer) ? 'present' : undefined
}

/** "(+) fatigue, night sweats. (-) cough, rash": a sign in brackets before a list says so of all of it. */
function signBefore(before: string): Presence | undefined {
  const list = /\(([+\u2013\u2212-])\)[^.;()]*$/u.exec(before)
  if (!list || /(?<!\p{L})(?:but|except|denies|mais|sauf)(?!\p{L})/iu.test(list[0]))
    return undefined
  // "Cough (+), fever (-), rash": the sign may also stand behind its name.
  if (
    /\p{L}\s?$/u.test(
      before.slice(0, list.index).replace(/(?:ROS|neg\w*|pos\w*|systems?)\s?$/i, ''),
    )
  )
    return undefined
  return list[1] === '+' ? 'present' : 'absent'
}

/** "CT to rule out pneumonia: no result yet." */
const nothingYet =
  /^\s?[:=?-]\s*(?:no|none|aucune?|pas (?:encore )?de) (?:\p{L}+ )?(?:results?|reports?|answers?|news|conclusions?|decisions?|r[ée]sultats?|r[ée]ponses?|nouvelles?)(?!\p{L})/iu
