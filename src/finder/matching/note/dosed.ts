import { measureNamesIn } from './measure-names.ts'
import type { NamedTreatment } from './named-treatment.ts'

/**
 * Medicines that no list names, told by the dose behind them ("Zorbinex 20 mg") or, with a capital letter, by "takes" or
 * "sous" before them. Rule `by-dose@1`.
 */
export function dosedIn(text: string): NamedTreatment[] {
  const found: NamedTreatment[] = []
  if (!/\d|sous |prend|re[çc]oit|takes|taking|started|switched|maintained/.test(text)) return found
  let measures: ReturnType<typeof measureNamesIn> | undefined
  const isCapitals = text === text.toUpperCase()
  if (anyDose.test(text))
    for (const match of text.matchAll(withDose)) add(match[1] ?? '', match.index)
  if (!isCapitals)
    for (const match of text.matchAll(taken)) {
      const name = match[1] ?? ''
      add(name, match.index + match[0].length - name.length)
    }
  return found

  function add(name: string, start: number): void {
    if (notMedicines.test(name)) return
    const end = start + name.length
    measures ??= measureNamesIn(text)
    if (measures.some((one) => one.start < end && start < one.end)) return
    found.push({ start, end, kind: 'drug' })
  }
}

const form = String.raw`(?: (?:LP|SR|XR|ER|MR|XL|CR|forte|oral|gouttes|drops|cream|sirop|syrup|spray|inhaler|patch))?`
const amount = String.raw`\d+(?:[.,]\d+)?(?:\s?[/-]\s?\d+(?:[.,]\d+)?)?`
const unit = String.raw`(?:mg|mcg|µg|μg|ug|UI|IU|units?|unit[ée]s?|gouttes?|gttes|puffs?|bouff[ée]es?|cps?|g[ée]l(?:ules?)?|comprim[ée]s?|tabs?|tablets?|caps(?:ules)?|sachets?|amp(?:oules?)?)`
/** Sentences without one are the most, and this asks much less. */
const anyDose = new RegExp(String.raw`\d\s?${unit}(?!\p{L})`, 'iu')
const withDose = new RegExp(
  String.raw`(?<![\p{L}\d'’-])(\p{L}[\p{L}-]{3,})${form}\s?:? ${amount}\s?${unit}(?!\p{L}|\s?\/\s?(?:d?L|mL|dl|ml|l|mmol|mol|g)(?!\p{L}))`,
  'giu',
)
const taken =
  /(?<!\p{L})(?:sous|prend|prenait|re[çc]oit|takes|taking|started on|switched to|maintained on) (\p{Lu}\p{Ll}{3,}(?:-\p{L}+)?)(?!['’]|\p{L}|\s\p{Lu}\p{Ll})/gu

const notMedicines =
  /^(?:about|above|after|again|also|around|avec|avant|apr[èe]s|baseline|below|bolus|born|chaque|current|currently|daily|depuis|dose|doses|doing|each|environ|every|from|gave|given|jours?|jusqu|less|lost|maximum|matin|midi|minimum|moins|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|f[ée]vrier|mars|avril|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|january|february|march|april|june|july|august|september|october|november|december|more|morning|night|noon|once|only|oral|orally|over|parfois|pendant|perfusion|plus|poids|pour|puis|raison|reduced|required|requires|requiring|needed|needs|increased|soit|soir|sous|started|starting|still|starting|starts|begun|surveillance|oxygen|oxyg[èe]ne|contrôle|anesth\p{L}+|taille|tablets?|take|takes|taking|than|then|this|total|totale|twice|under|until|upto|used|with|weekly|weight|when|while|within|will|been|were|dosage|augment[ée]\p{L}*|diminu[ée]?\p{L}*|pass[ée]\p{L}*|port[ée]\p{L}*|major[ée]\p{L}*|baiss[ée]\p{L}*|titr\p{L}+|taper\p{L}*|down|titrate\p{L}*|another|injection|infusion|level|levels|urine|protein|proteins|prot[ée]in\p{L}*|alcohol|alcool|caffeine|caf[ée]ine|smok\p{L}*|units?|measur\p{L}*|lesion|nodule|tumou?r|masse|observation|monit\p{L}*|medical|m[ée]dic\p{L}*|traitement|treatment|therapy|pression|couvert|prophylaxie|placebo|trial|several|other|autre)$/iu
