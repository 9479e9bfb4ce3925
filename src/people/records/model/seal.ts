import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto'

/**
 * Encrypts with AES-256-GCM for one place, such as `person.address/<id>`: moved to another place it
 * does not open. The result is the nonce, the text and the tag.
 */
export function seal(key: Uint8Array, place: string, plain: Uint8Array): Uint8Array {
  const nonce = nextNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce, settings)
  cipher.setAAD(Buffer.from(place))
  const sealed = new Uint8Array(nonceBytes + plain.length + tagBytes)
  sealed.set(nonce)
  sealed.set(cipher.update(plain), nonceBytes)
  // A cipher that encrypts byte by byte has nothing left at its end.
  cipher.final()
  sealed.set(cipher.getAuthTag(), nonceBytes + plain.length)
  return sealed
}

/** Throws when it was tampered with, moved from its place, or sealed with another key. */
export function unseal(key: Uint8Array, place: string, sealed: Uint8Array): Uint8Array {
  if (sealed.length < nonceBytes + tagBytes) throw new Error(`${kindOf(place)} is cut short`)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), settings)
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  const text = decipher.update(sealed.subarray(nonceBytes, -tagBytes))
  try {
    decipher.final()
    return new Uint8Array(text.buffer, text.byteOffset, text.length)
  } catch (cause) {
    throw new Error(`${kindOf(place)} does not open: wrong key, wrong place, or changed`, { cause })
  }
}

const nonceBytes = 12
const tagBytes = 16
const settings = { authTagLength: tagBytes }

/** Random bytes are drawn for many nonces at once: drawing them one by one takes longer than sealing. */
const drawn = new Uint8Array(nonceBytes * 1000)
let used = drawn.length

function nextNonce(): Uint8Array {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += nonceBytes
  return drawn.subarray(used - nonceBytes, used)
}

/** Without the id, so that an error names no person. */
function kindOf(place: string): string {
  return place.split('/')[0] ?? place
}
