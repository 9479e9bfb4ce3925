import { z } from 'zod'
import type { FhirFault } from '../protocol/outcome.ts'
import { wrongSubscription } from './subscription-fault.ts'

/** One line of text, of so many letters at most. */
export function text(most: number) {
  return z
    .string()
    .regex(/^[^\p{Cc}]+$/u)
    .max(most)
}

/** A whole number from 0 up. */
export const seconds = z.int().min(0).max(1_000_000)

/** What may be sent and is not kept: it would say who somebody is, or is ours to say. */
export const unkept = {
  id: z.unknown().optional(),
  meta: z.unknown().optional(),
  implicitRules: z.undefined().optional(),
  language: z.unknown().optional(),
  text: z.unknown().optional(),
  identifier: z.unknown().optional(),
  contact: z.unknown().optional(),
  managingEntity: z.unknown().optional(),
}

/** Where a body is not of the form that is wanted. What was sent is not repeated: it may be a secret. */
export function shapeFault({ issues }: z.ZodError): FhirFault {
  const [first] = issues
  const unknown = first?.code === 'unrecognized_keys' ? first.keys[0] : undefined
  const path = (first?.path ?? []).reduce<string>(
    (before, part) =>
      typeof part === 'number'
        ? `${before}[${part}]`
        : `${before}${before === '' ? '' : '.'}${String(part)}`,
    '',
  )
  const at = path === '' ? 'status' : path
  if (unknown !== undefined)
    return wrongSubscription(
      path === '' ? 'extension' : path,
      'not-supported',
      'There is an element that this server does not know here, and an element that is not understood is not left out in silence.',
      'The CapabilityStatement and /developers say what a subscription may hold.',
    )
  return wrongSubscription(
    at,
    first?.code === 'invalid_type' ? 'structure' : 'value',
    'This element is missing, or is not of the form that it must have.',
  )
}
