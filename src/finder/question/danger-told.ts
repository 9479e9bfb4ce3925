import { asSign, saysSign, type SaidWords, type Sign, saidWords } from './danger-grammar.ts'
import { dangerTimes } from './danger-times.ts'
import {
  signsAtAnyTime,
  selfHarmSigns,
  signsOfNow,
  signsOfPregnancy,
  violenceSigns,
} from './danger-together.ts'
import { weightOf, weightsOfDespair, weightsOfDanger } from './danger-weighed.ts'

/**
 * What of danger a sentence tells, read as `asDangerIsRead` gives it: by which of its words stand together, whatever stands between,
 * and by how many parts of the body at once have signs that say little alone. Nothing that is over, of long or a subject of research.
 */
export function toldTogether(text: string): 'self-harm' | 'violence' | 'emergency' | undefined {
  const times = dangerTimes(text.replace(lately, ' '))
  if (times.isResearch && !times.isThisHour) return undefined
  if ((times.isOver || times.isOfLong) && !times.isThisHour) return undefined
  const said = saidWords(text)
  const isAny = (signs: readonly Sign[]): boolean => signs.some((sign) => saysSign(said, sign))
  if (isAny(selfHarm) || weightOf(said, weightsOfDespair) >= enough) return 'self-harm'
  if ((times.isThisHour || !formerly.test(text)) && isAny(violence)) return 'violence'
  const isBegun = times.isThisHour || ofNow.test(text)
  if (isEmergencyTold(said, text, isBegun)) return 'emergency'
  const isOfLong = !times.isThisHour && livedWith.test(text)
  const weight =
    weightOf(said, weightsOfDanger) +
    (isBegun ? 1.5 : told.test(text) ? 0.5 : 0) -
    (isOfLong ? 2 : 0)
  return weight >= enough ? 'emergency' : undefined
}

/** A birth, an operation or a cure of some weeks ago is why something happens now, and not itself over. */
const lately =
  /(?<!\p{L})(?:(?:a|our) baby|birth|accouch\p{L}*|cesarienne|c-section|surgery|operation|operee?|chemo\p{L}*|chimio\p{L}*|discharged|home from hospital)[^,.;]{0,20}?(?:last week|weeks? ago|il y a \p{L}+ semaines?|il y a \d+ semaines?|la semaine derniere)(?!\p{L})/gu

/** Somebody and what they do or are at this moment: a story, and no list of what one has. */
const told =
  /(?<!\p{L})(?:i|he|she|we|they|je|j'ai|il|elle|on|my \p{L}+|mon \p{L}+|ma \p{L}+)(?: \p{L}+)?(?:'s|'m|'re| is| are| am| has| keeps| cannot| can'?t| won'?t| a| est| n'| ne| se|'ai) |(?<!\p{L})(?:and|et) (?:now|is|cannot|can'?t|won'?t|maintenant|ne |n')/u

/** Whether somebody tells of a person and what they do or are at this moment. */
export function tellsSomebody(text: string): boolean {
  return told.test(text) || acted.test(text)
}

/** "My son swallowed", "she took": done just now as far as is said. */
const acted =
  /(?<!\p{L})(?:i|he|she|we|they|my \p{L}+) (?:just )?(?:took|swallowed|ate|drank|fell|cut|has|have|had|collapsed|fainted)(?!\p{L})|(?<!\p{L})(?:mon|ma|notre) \p{L}+ (?:a|est|ne|n'|se|s'|saigne|respire|convulse)(?!\p{L})/u

/** From here on signs that say little alone are danger together. */
const enough = 3

function isEmergencyTold(said: SaidWords, text: string, isBegun: boolean): boolean {
  const isAny = (signs: readonly Sign[]): boolean => signs.some((sign) => saysSign(said, sign))
  if (isBegun && isAny(begun)) return true
  if (!isBegun && livedWith.test(text)) return false
  return isAny(plain) || (!born.test(text) && isAny(pregnant))
}

const plain = signsAtAnyTime.map(asSign)
const pregnant = signsOfPregnancy.map(asSign)
const begun = signsOfNow.map(asSign)
const selfHarm = selfHarmSigns.map(asSign)
const violence = violenceSigns.map(asSign)

/** At once, at this moment, or getting worse; "now" before an age or a state says less. */
const ofNow =
  /(?<!\p{L})(?:sudden(?:ly)?|out of nowhere|all at once|(?:right|just) now|as of now|now$|help(?: me)?(?= *[!.,]|$)|help me|please help|emergency|urgent(?:ly)?|ambulance|samu|pompiers|paramedics?|getting worse|worse and worse|won'?t stop|as we speak|at this moment|just (?:had|started|began|now|fell|hit|woke|came)|started (?:at|after|during)|came on|soudain\p{L}*|brutal\p{L}*|brusque\p{L}*|d'un (?:seul )?coup|tout a coup|en ce moment|a l'instant|en cours|en train d\p{L}*|viens? (?:de|d')|urgence|vite|au secours|de pire en pire|s'aggrave|que faire|what do i do|what should i do)(?!\p{L})/u
const formerly = /(?<!\p{L})(?:ptsd|stress post|was|used to|childhood|enfance)(?!\p{L})/u
const born =
  /(?<!\p{L})(?:born|prematur\p{L}*|prema|nee? a|now \d|neonatal|preemie|last pregnancy|grossesse precedente)(?!\p{L})/u
/** Illnesses in which such signs come back, or stay. */
const livedWith =
  /(?<!\p{L})(?:als|mnd|sla|charcot|bell'?s?|myasthen\p{L}+|scleros[ei]\p{L}*|ms|sep|parkinson\p{L}*|palsy|paralysie|dementia|alzheimer\p{L}*|demence|autis\p{L}+|tumou?r|tumeur|glioblastom\p{L}+|migraines?|neuropath\p{L}+|apn(?:o)?ea|apnee|epilep\p{L}+|dravet|lennox|raynaud\p{L}*|hht|rendu|colitis|crohn\p{L}*|ibd|rch|rectocolite|uc|fibroids?|fibromes?|(?:every|each|heavy|long|painful) periods?|periods|menorrh\p{L}+|long covid|covid long|fibro\p{L}*|costochondritis|pots|anxiety|anxieux|panic|angor|angina|angioedema|angio-?oedeme|chronic\p{L}*|chronique|cyclic|sma|hypotoni\p{L}+|paraple\p{L}+|eosinophil\p{L}+|desensiti\p{L}+|immunotherap\p{L}+|allerg(?:y|ies|ie) (?:to|aux?|a)|haemophili\p{L}+|hemophili\p{L}+|itp|scars?|cicatric\p{L}*|cleft|fente|reflux|laryngomalaci\p{L}*|peutz\p{L}*|syndrome|(?:had|since|after|apres|depuis) (?:an?|the|my|his|her|une?|mon|son) (?:\p{L}+ )?(?:stroke|avc|heart attack|infarctus|seizure))(?!\p{L})/u
