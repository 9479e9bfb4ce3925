/** `n` of `of` in percent to so many places, halves away from zero, from the whole numbers: 1/8 is `12.5`, 1/16 `6.3`. */
export function percentText(n: number, of: number, places: number): string {
  const scale = 10n ** BigInt(places)
  const doubled = (BigInt(n) * 200n * scale + BigInt(of)) / BigInt(of)
  const whole = doubled / 2n
  const text = whole.toString().padStart(places + 1, '0')
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
}
