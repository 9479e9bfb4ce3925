import { z } from 'zod'

/** What a program asks beside a record: where to look and for which studies. Each as it was written, short. */
export interface RecordWishes {
  readonly zipCode?: string
  /** In miles, as the services write it that ask so. */
  readonly travelRadius?: string
  readonly phase?: string
  readonly recruitmentStatus?: string
}

const wishNames = ['zipCode', 'travelRadius', 'phase', 'recruitmentStatus'] as const

/**
 * Takes the wishes from a record: from Parameters that hold it, or that stand among the resources of a Bundle. What is left holds
 * only what is said of a person.
 */
export function withoutWishes(
  record: unknown,
  depth = 0,
): { record: unknown; wishes: RecordWishes } {
  const whole = parametersShape.safeParse(record)
  if (whole.success && depth <= deepest) {
    const { wishes, rest } = takenFrom(whole.data.parameter)
    const [only] = rest
    const inner = rest.length === 1 ? withoutWishes(resourceOf(only), depth + 1) : undefined
    // One Bundle within Parameters is the record, and may hold wishes itself.
    return inner?.record !== undefined && isBundle(inner.record)
      ? { record: inner.record, wishes: { ...inner.wishes, ...wishes } }
      : { record: { resourceType: 'Parameters', parameter: rest }, wishes }
  }
  const bundle = bundleShape.safeParse(record)
  if (!bundle.success || typeof record !== 'object') return { record, wishes: {} }
  let wishes: RecordWishes = {}
  const entry = bundle.data.entry.filter((one) => {
    const parameters = parametersShape.safeParse(resourceOf(one))
    if (!parameters.success) return true
    const taken = takenFrom(parameters.data.parameter)
    wishes = { ...wishes, ...taken.wishes }
    return taken.rest.length > 0
  })
  return { record: { ...record, entry }, wishes }
}

function takenFrom(parameters: readonly unknown[]): {
  wishes: RecordWishes
  rest: readonly unknown[]
} {
  const wishes: Record<string, string> = {}
  const rest = parameters.filter((one) => {
    const wish = wishShape.safeParse(one)
    if (!wish.success) return true
    const { name, ...values } = wish.data
    const value = Object.values(values).find((given) => given !== undefined)
    const text = String(value ?? '').trim()
    if (text !== '') wishes[name] = text.slice(0, mostLetters)
    return false
  })
  return { wishes, rest }
}

const mostLetters = 100
const deepest = 4

function resourceOf(one: unknown): unknown {
  const found = z.object({ resource: z.unknown() }).safeParse(one)
  return found.success ? found.data.resource : undefined
}

function isBundle(record: unknown): boolean {
  return bundleShape.safeParse(record).success
}

const bundleShape = z.object({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.unknown()),
})
const parametersShape = z.object({
  resourceType: z.literal('Parameters'),
  parameter: z.array(z.unknown()),
})
const text = z.string().optional()
const number = z.union([z.number(), z.string()]).optional()
const wishShape = z.object({
  name: z.enum(wishNames),
  valueString: text,
  valueCode: text,
  valueDecimal: number,
  valueInteger: number,
  valuePositiveInt: number,
})
