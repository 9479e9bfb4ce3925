/** Chance that is the same on every run: a number from 0 (exclusive) to 1 for each combination of keys. */
export function chance(seed: number, a: number, b = 0): number {
  return (hashOf(seed, a, b) + 0.5) / 4_294_967_296
}

/** A whole number from 0 to below `count`. */
export function pick(count: number, seed: number, a: number, b = 0): number {
  return Math.floor(chance(seed, a, b) * count)
}

/** 32 well-mixed bits of up to three keys (the mixing steps of MurmurHash3). */
export function hashOf(a: number, b: number, c = 0): number {
  let hash = mix(mix(mix(0x9747b28c, a), b), c)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  hash ^= hash >>> 16
  return hash >>> 0
}

/** A number for a text. */
export function hashText(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at))
  return hash
}

function mix(hash: number, key: number): number {
  let k = Math.imul(key, 0xcc9e2d51)
  k = (k << 15) | (k >>> 17)
  k = Math.imul(k, 0x1b873593)
  const mixed = hash ^ k
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}
