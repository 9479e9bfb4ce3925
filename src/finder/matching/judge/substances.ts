import type { Evidence, Patient } from '../patient/patient.ts'
import { firstSaying } from './first-saying.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { windowOf } from './time-window.ts'
import { askedWords, betweenThings } from './words.ts'

/**
 * Abuse of alcohol or drugs, as an exclusion, of who is said to drink a bottle a day or to use heroin: the note says the amount or the
 * use, and not the word. Rule `substance@1`.
 */
export function substanceVerdict({ text, kind, patient }: Case): Judgement | undefined {
  const said = kind === 'exclusion' ? substancesOf(patient) : undefined
  if (!said || (!said.alcohol && !said.drugs && !said.cannabis)) return undefined
  if (text.length > longest || !abuse.test(text)) return undefined
  if (turning.test(text)) return undefined
  for (const part of joined(text).split(betweenThings)) {
    const windowed = windowOf(part)
    if (!windowed || askedWords(windowed.rest).some((word) => !idle.test(word))) continue
    const isOfAny = /\bsubstances?\b/i.test(text)
    const evidence =
      (/alcohol/i.test(part) || isOfAny ? said.alcohol : undefined) ??
      (/drugs?\b|narcotic|opioid|heroin|cocaine|illicit/i.test(part) || isOfAny
        ? said.drugs
        : undefined) ??
      (/cannabis|marijuana/i.test(part) ? said.cannabis : undefined)
    if (evidence) return { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
  }
  return undefined
}

const longest = 200
const abuse =
  /\b(?:abus\w*|misus\w*|dependen\w*|addict\w*|use disorders?|alcoholism|alcoholics?|(?:illicit|recreational|intravenous|injection) drugs?|(?:cannabis|marijuana) (?:use|smok\w*|consum\w*))\b/i
const turning =
  /\b(?:no|not|without|except\w*|unless|other than|if|caffeine|nicotine|tobacco (?:use|abuse) only|family|risk|suspected|opinion|interfer\w*|would|may|might|could)\b/i
const idle =
  /^(?:alcohol\w*|drugs?|substances?|abus\w*|misus\w*|dependen\w*|addict\w*|use|user|disorder|illicit|recreational|intravenous|injection|narcotic|opioid|heroin|cocaine|active|ongoing|chronic|severe|known|recent|illegal|cannabis|marijuana|heavy|excessive|consumption|intake|drinking|problem)$/i

/** "Drug or alcohol abuse" is abuse of either. */
function joined(text: string): string {
  return text.replaceAll(
    /\b(alcohol|drugs?|(?:illicit |other )?substances?|medication)(?:,? (?:or|and|and\/or) |\s?\/\s?)(?=(?:alcohol|(?:illicit |illegal )?drugs?|(?:other )?substances?|chemical)\b)/gi,
    '$1 ',
  )
}

const substancesOf = onceAPatient((patient: Patient) => ({
  alcohol: saying(patient, drinksMuch, noAlcohol),
  drugs: saying(patient, usesDrugs, asMedicine),
  cannabis: saying(patient, usesCannabis, asMedicine),
}))

function saying(patient: Patient, pattern: RegExp, not: RegExp): Evidence | undefined {
  return firstSaying(
    patient,
    ({ affirmed, evidence: { text } }) =>
      pattern.test(affirmed) && !notNow.test(text) && !not.test(text),
  )
}

/** Glasses of water, and units of anything that is no drink: insulin has units, too. */
const noAlcohol =
  /(?<!\p{L})(?:water|milk|juice|tea|coffee|soda|cola|cokes?|soft drinks?|energy drinks?|alcohol-free|non-alcoholic|perrier|sirop|broth|soup|smoothies?|kombucha|tisanes?|bouillon|infusions?|soupe|eau|lait|jus|thé|café|sodas?|sans alcool|insulin\p{L}*|drank|buvait)(?!\p{L})|^(?!.*(?:drink|alcohol|boit|consomm|alcool)).*\bunits?\b/isu
/** Given by a doctor, or a matter of work: such words say no abuse. */
export const asMedicine =
  /(?<!\p{L})(?:patch\p{L}*|prescri\p{L}*|medical|medically|topical|drops|surgery|palliative|morphine|treatment|screen\p{L}*|test\p{L}*|dépistage|lozenges?|ADHD|TDAH|an(?:a)?esth\p{L}*|counsel\p{L}*|for (?:the )?(?:\p{L}+ )?pain|ordonnance|thérapeutique)(?!\p{L})/iu

const aDay = String.raw`(?:a|per|each|every|\/) ?day|daily|a night|every night|par jour|\/ ?j(?:our)?`
/** Six drinks a day and more, or a bottle. */
const drinksMuch = new RegExp(
  String.raw`(?:\b(?:drinks?|drinking|consumes?|boit|consomm\w+)\b[^.;,]{0,24})?\b(?:(?:an? |one |two |half an? |\d )?(?:bottles?|litres?|liters?|fifths?|pints?|handles?) of (?:whisk\w+|vodka|rum|gin|wine|spirits|liquor|bourbon|brandy)|(?:[6-9]|[12]\d|six|seven|eight|ten|twelve) (?:beers?|drinks?|units?|cans?|glasses|shots?)(?: of \w+)?|(?:une |un |deux |\d )?(?:bouteilles?|litres?) de (?:vin|whisky|vodka|rhum|pastis|gin)|(?:[6-9]|[12]\d|six|sept|huit|dix) (?:bi[eè]res|verres|canettes)(?: d\S+(?: \w+)?)?) ?(?:${aDay})(?!\p{L})`,
  'iu',
)
const usesDrugs =
  /\b(?:(?:uses?|using|injects?|injecting|smokes?|snorts?|shoots?) (?:\w+ ){0,2}(?:heroin|cocaine|crack|methamphetamine|crystal meth|amphetamines?|fentanyl)|(?:heroin|cocaine|crack|methamphetamine) (?:use|user|abuse|injection|addiction|dependence)|(?:consomme|s['’]injecte|injecte|fume|sniffe) (?:de la |du |de l['’]|\w+ )?(?:héroïne|cocaïne|crack|amphétamines?)|(?:héroïnomane|cocaïnomane|toxicomane))(?!\p{L})/iu
const usesCannabis =
  /\b(?:(?:uses?|using|smokes?|smoking|vapes?) (?:\w+ ){0,2}(?:cannabis|marijuana|weed|pot)|(?:cannabis|marijuana) (?:use|user|smoker|daily)|(?:fume|consomme) (?:du |de la |\w+ )?(?:cannabis|marijuana|joints?))(?!\p{L})/iu
const notNow =
  /\b(?:former(?:ly)?|ex-?|stopped|quit|ago|sober|abstinen\w*|recover\w*|until|used to|in remission|denies|never|father|mother|brother|sister|husband|wife|son|partner|sevrée?|ancien(?:ne)?|arrêté\w*|jamais|père|mère|mari|frère)(?!\p{L})/iu
