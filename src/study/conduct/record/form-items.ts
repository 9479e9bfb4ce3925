import type { ItemRole, Protocol, ProtocolItem } from '../../protocol/document/protocol.ts'
import { convertQuantity } from '../../protocol/quantity/convert.ts'
import { isQuantityProblem } from '../../protocol/quantity/quantity.ts'

/** Which form records an item: the one of all items, or one of its own. */
export type FactForm = 'record' | 'dose' | 'consent' | 'withdrawal' | 'event' | 'study'

/** Which form records an item of a protocol. */
export function formOfItem(protocol: Protocol, item: ProtocolItem): FactForm {
  if (protocol.regimens.some((regimen) => regimen.item === item.id)) return 'dose'
  return item.role === undefined ? 'record' : formOfRole[item.role]
}

const formOfRole: Readonly<Record<ItemRole, FactForm>> = {
  'birth date': 'record',
  sex: 'record',
  visit: 'record',
  consent: 'consent',
  withdrawal: 'withdrawal',
  'adverse event': 'event',
  allocation: 'dose',
  'version effective': 'study',
}

/** The units an item may be recorded in, its own first; none where it is a number without one. */
export function unitChoices({ type, unit = '1' }: ProtocolItem): readonly string[] {
  if (type !== 'quantity' || unit === '1') return []
  const others = usualUnits.filter(
    (one) => one !== unit && !isQuantityProblem(convertQuantity({ value: '1', unit: one }, unit)),
  )
  return [unit, ...others]
}

/** The places on the body that an item names; none where any may be written. `otherwise`: labels that are of something else. */
export function bodySitesOf(
  { sites, labels = {}, codes = [] }: ProtocolItem,
  otherwise: readonly string[] = [],
): readonly string[] {
  const others = new Set([...codes, ...otherwise])
  return sites ?? Object.keys(labels).filter((label) => !others.has(label))
}

/** UCUM codes that people write; each item offers those that its own can be worked out from. */
const usualUnits =
  'kg g mg ug [lb_av] [oz_av] m cm mm [in_i] [ft_i] Cel [degF] L mL /mm3 /uL 10*3/uL 10*9/L 10*6/uL 10*12/L g/L g/dL mg/L mg/dL ug/L ng/mL mmol/L umol/L mm[Hg] kPa d h min'.split(
    ' ',
  )
