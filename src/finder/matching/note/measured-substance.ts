import { namesAntigen } from '../patient/medicine-name.ts'
import type { NamedTreatment } from './named-treatment.ts'

/**
 * True where a substance is measured, not given: "glucose 5.4 mmol/L", "creatinine normal". A dose, a way of giving
 * or a verb of taking makes it a treatment again.
 */
export function isMeasured(text: string, { start, end, kind }: NamedTreatment): boolean {
  const name = text.slice(start, end)
  const around = `${text.slice(Math.max(0, start - 26), start)}§${text.slice(end, end + 30)}`
  if (/^insulin/i.test(name) && ofInsulin.test(around)) return true
  if (kind !== 'drug' && kind !== 'class') return false
  if (namesAntigen(name)) return true
  if (
    /(?<!\p{L})(?:tests?|stimulation|dosage)(?: (?:à|au|de|of|for))?(?: (?:la|le|l['’]))?\s$/iu.test(
      text.slice(Math.max(0, start - 26), start),
    )
  )
    return true
  const before = text.slice(Math.max(0, start - 26), start)
  const after = text.slice(end, end + 30)
  if (concentration.test(after)) return true
  if (/\b(?:serum|plasma|blood|urine|urinary|fasting|random|total|free|ionised)\s$/i.test(before))
    return true
  if (/^\s*(?:level|trough|concentration|taux|s[ée]rique)/i.test(after)) return analytes.test(name)
  return analytes.test(name) && !given.test(`${before}§${after}`)
}

/** Insulin of the body: "fasting insulin 12 mU/L", "insulin resistance" is of another reader. */
const ofInsulin =
  /(?<!\p{L})(?:fasting|serum|plasma|(?:à|a) jeun)\s§|§\s*(?:(?:levels?|(?:à|a) jeun|basale?|plasmatique|s[ée]rique|of|is|was|à|de|[:=])\s*)*\d[\d.,]*\s?(?:[µu]U|m?UI?|pmol|mIU)\/(?!j|d|h|kg)|§\s?(?:à|a) jeun(?!\p{L})/iu

const concentration =
  /^\s*(?:\([^()]{0,20}\)\s*)?(?:level |trough |was |is |of |à |de |[:=<>≤≥]\s?)*\d[\d.,]*\s?(?:m?mol\/|[µuμnp]?mol\/|(?:m|µ|u|n|p)?g\/(?:d?l|ml)\b|m?U?I?U\/m?l\b|g\/l)/i

/** What laboratories measure and pharmacies also sell. */
const analytes =
  /^(?:creatinine|cr[ée]atinine|cholesterol|cholest[ée]rol|glucose|sodium|potassium|calcium|magnesium|magn[ée]sium|chloride|chlorure|phosphate|phosphore|phosphorus|urea|ur[ée]e|albumin|albumine|bilirubin|bilirubine|lactate|insulin level|iron level|zinc|copper|cuivre|uric acid|acide urique|triglycerides?|lipase|amylase|hcg|estradiol|œstradiol|testosterone|testost[ée]rone|progesterone|progest[ée]rone|cortisol|aldosterone|calcitonin|thyroxine|t[34]|ft4|glycine|phenylalanine|ph[ée]nylalanine|homocysteine|ammonia|bicarbonate|carnitine|ferritin|folate|vitamin b12|b12|hemoglobin|oxygen|protein|bile acids|acides biliaires|parathyroid hormone|gastrin|glucagon|secretin|acetone|nitrogen|tyrosine)$/i

const given =
  /\b(?:on|takes?|taking|given|gave|iv|oral|po|tablets?|supplements?|replacement|infusion|drip|start\w*|sous|prend|par|substitu\w*|per os|ampoules?|g[ée]lules?|comprim[ée]s?|perfusion|suppl[ée]ment\w*)\b[^.;,]{0,14}§|§\s?(?:if (?:no|not)\b|bolus|sul(?:f|ph)ate|\d[\d.,]*\s?(?:mg|g|mcg|µg|ml|meq|mmol|ui|iu|units?|tab\w*|cp|amp\w*)\b(?!\/)|iv\b|po\b|gel\b|patch\w*|tablets?|supplement\w*|replacement|infusion|carbonate|chloride)/i
