import { dangerTimes } from './danger-times.ts'
import { dangerWords, says } from './danger-words.ts'

/** Whether somebody is hurt or threatened at home, in the present or of late; not what is told of years ago. */
export function isViolence(text: string): boolean {
  const { isOver, isResearch, isThisHour } = dangerTimes(text)
  if ((isOver || isResearch || formerly.test(text)) && !isThisHour) return false
  return says(text, beaten)
}

const formerly =
  /(?<!\p{L})(?:ptsd|stress post|after|apres|suite a|was|used to|childhood|enfance)(?!\p{L})/u

const one =
  '(?:husband|wife|partner|boyfriend|girlfriend|father|dad|mother|mum|mom|stepfather|stepdad|brother|son|fiancé|he|she|they|somebody|someone|mari|femme|conjointe?|compagnon|compagne|copain|copine|père|mère|beau-père|frère|fils|mec|il|elle|on)'
const whom =
  '(?:me|us|my (?:son|daughter|kids?|child|children|mother|mum|mom|sister|baby)|her|our (?:kids|son|daughter|child|children|baby))'
const beaten = dangerWords(
  [
    `${one} (?:\\p{L}+ ){0,2}?(?:beats?|hits?|hitting|beating|punch(?:es|ed|ing)?|kick(?:s|ed|ing)|slap(?:s|ped|ping)?|strangl(?:es|ed|ing)|chok(?:es|ed|ing)|rap(?:es|ed|ing)|bit(?:es|ten)|shov(?:es|ed|ing)|push(?:es|ed) |hurts|abus(?:es|ing)|threatens|burns) ${whom}(?: up)?`,
    `(?:will|he'll|would|gonna) (?:kill|hurt|beat) (?:me|us)(?! if i)|(?:va|veut) (?:me|nous) (?:tuer|frapper)|${one} (?:has |just )?broke(?:n)? my (?:arm|nose|jaw|ribs?|wrist|hand)|m'a (?:cassé|brisé|fracturé) (?:le|la|les|un|une|des) \\p{L}+|peur (?:de rentrer|de (?:mon|ma) (?:mari|conjoint|compagnon|copain|père|femme))|(?:threat(?:ens|ened|ening)|wants|tried|trying|going) to kill (?:me|us|my \\p{L}+)|(?:i am|i'm|am|is) (?:being )?(?:beaten|abused|hit|battered) by (?:my|her|his)|(?:scared|afraid|frightened) (?:of (?:my (?:husband|partner|boyfriend|wife|dad|father)|him)|to go home)`,
    `(?:${one} )?(?:me|nous|m'a|la|l'a|lui) ?(?:(?:a|encore|toujours|régulièrement) )?(?:frapp(?:e|é|ée)|bat|tap(?:e|é|ée)(?: dessus)?|cogn(?:e|é|ée)|étrangl(?:e|é|ée)|viol(?:e|é|ée)|gifl(?:e|é|ée)|brutalis(?:e|é|ée)|séquestr(?:e|é|ée)|menac(?:e|é|ée) (?:de mort|de me tuer|de nous tuer|avec))`,
    `${one} (?:frappe|bat|cogne|tape|viole|brutalise) (?:ma|mon|mes|nos|notre|sa|ses|les) \\p{L}+|(?:suis|est) (?:une femme )?(?:battue?|frappée?) par`,
    "violences? (?:conjugales?|domestiques?) (?:en ce moment|aujourd'hui|ce soir|à la maison)|(?:in|have|living with) (?:an? )?(?:abusive (?:husband|partner|relationship|home)|violent (?:husband|partner))",
  ].join('|'),
)
