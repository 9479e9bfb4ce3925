import { z } from 'zod'

/** A setting that is a whole number between two others. */
export function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error })
}

/** A setting that is an address on the web. */
export function webAddress() {
  const error =
    'must be a web address that begins with http:// or https://, without a name or password in it'
  return z.string().refine(isWebAddress, { error })
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash
}

/** `postgres://…` or `postgresql://…`. */
export function postgresAddress() {
  const error = 'must be an address that begins with postgres://'
  return z
    .string()
    .refine((text) => /^postgres(?:ql)?:$/.test(URL.parse(text)?.protocol ?? ''), { error })
}

/** A setting that is a line of text, and need not be there. */
export function lineOfText(most: number) {
  return z
    .string()
    .regex(/^[^\p{Cc}]+$/u, { error: 'must be one line of text' })
    .max(most, { error: `must be at most ${most} signs long` })
    .optional()
}
