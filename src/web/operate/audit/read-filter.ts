import { z } from 'zod'
import { actions } from '../../../people/audit/actions.ts'
import type { TrailFilter } from '../../../people/audit/trail.ts'

/** The filter of an address, and whether a part of it could not be read and was left out. */
export interface ReadFilter {
  readonly filter: TrailFilter
  readonly isCut: boolean
}

const shapes = {
  account: z.string().trim().transform(withoutKind).pipe(z.uuid()),
  action: z.string().refine((name) => Object.hasOwn(actions, name)),
  subject: z
    .string()
    .trim()
    .regex(/^[a-z-]{1,40}(?:\/[\w.:-]{1,100})?$/),
  day: z.iso.date(),
} as const

/** Which lines an address asks for: `account`, `action`, `subject`, `day`. */
export function readFilter(params: URLSearchParams): ReadFilter {
  const read = Object.entries(shapes).flatMap(([name, shape]) => {
    const typed = params.get(name) ?? ''
    return typed === '' ? [] : [{ name, parsed: shape.safeParse(typed) }]
  })
  const filter = Object.fromEntries(
    read.flatMap(({ name, parsed }) => (parsed.success ? [[name, parsed.data] as const] : [])),
  )
  return { filter, isCut: read.some(({ parsed }) => !parsed.success) }
}

function withoutKind(text: string): string {
  return text.replace(/^account\//, '')
}
