import type { Fact } from '../protocol/facts/fact.ts'
import { convertQuantity } from '../protocol/quantity/convert.ts'
import { isQuantityProblem, readQuantity } from '../protocol/quantity/quantity.ts'
import { codeText, type Telling } from './telling.ts'
import { quantityInWords, readableQuantity, shownText } from './values.ts'

/** A value as it was recorded, with its unit and where on the body: "38.6 °C, axillary". */
export function recordedText(telling: Telling, fact: Fact): string {
  const where = fact.site === undefined ? '' : codeText(telling, fact.site)
  return [valueText(telling, fact), where, fact.method ?? '']
    .filter((part) => part !== '')
    .join(', ')
}

/** The same with what it is in the unit of the protocol, where it was recorded in another: "31 lb (≈ 14.06 kg)". */
export function comparableText(telling: Telling, fact: Fact): string {
  const said = recordedText(telling, fact)
  const unit = telling.protocol.items.find(({ id }) => id === fact.item)?.unit
  if (fact.unit === undefined || unit === undefined || fact.unit === unit) return said
  const read = readQuantity(String(fact.value), fact.unit)
  const same = isQuantityProblem(read) ? read : convertQuantity(read, unit)
  return isQuantityProblem(same) ? said : `${said} (${readableQuantity(telling, same)})`
}

/** An event is told by when it was: of its words, those that say more than yes. */
function valueText(telling: Telling, { value, unit, item }: Fact): string {
  if (unit !== undefined) {
    const read = readQuantity(String(value), unit)
    if (!isQuantityProblem(read)) return quantityInWords(telling, read)
  }
  const known = telling.protocol.items.find(({ id }) => id === item)
  if (known?.type === 'quantity' && typeof value === 'string') {
    const read = readQuantity(value, known.unit ?? '1')
    if (!isQuantityProblem(read)) return quantityInWords(telling, { ...read, unit: '1' })
  }
  const ofConsent = known?.role === 'consent' && own(telling.words.consent.signers, String(value))
  const ofWithdrawal =
    known?.role === 'withdrawal' && own(telling.words.consent.withdrawal.short, String(value))
  const said = ofConsent || ofWithdrawal
  if (said) return said
  const isYes = known?.type === 'event' && value === 'yes'
  return isYes ? telling.words.participant.yesNo.yes : shownText(telling, { text: String(value) })
}

function own(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined
}
