/**
 * Refuses an argument: throws RangeError whose text begins with its name and says what to give. Everything a function of
 * this room is given is checked before anything is worked out.
 */
export function refuse(name: string, value: unknown, wanted: string): never {
  throw new RangeError(`${name} is ${String(value)}: give ${wanted}`)
}

/** A whole number from `min` to `max`. Throws RangeError when it is none. */
export function checkWhole(name: string, value: number, min: number, max = 2 ** 53 - 1): void {
  if (Number.isInteger(value) && value >= min && value <= max) return
  const end = max === 2 ** 53 - 1 ? `${min} or more` : `${min} to ${max}`
  refuse(name, value, `a whole number, ${end}`)
}

/** A number between 0 and 1, neither of them. Throws RangeError when it is none. */
export function checkInside(name: string, value: number): void {
  if (!(value > 0 && value < 1)) refuse(name, value, 'a number above 0 and below 1')
}

/** A number from 0 to 1, either of them too. Throws RangeError when it is none. */
export function checkShare(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) refuse(name, value, 'a number from 0 to 1')
}

/** A finite number above 0. Throws RangeError when it is none. */
export function checkPositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) refuse(name, value, 'a finite number above 0')
}

/** Finite numbers, however few. Throws RangeError when one is not finite. */
export function checkFinite(name: string, values: readonly number[]): void {
  const at = values.findIndex((value) => !Number.isFinite(value))
  if (at >= 0) refuse(`${name}[${at}]`, values[at], 'a finite number')
}
