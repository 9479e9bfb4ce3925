import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * Encrypts with AES-256-GCM for one place, such as `person.address/<id>`: moved to another place it
 * does not open. The result is the nonce, the text and the tag.
 */
export function seal(key: Uint8Array, place: string, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(place))
  return bytesOf([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws when it was tampered with, moved from its place, or sealed with another key. */
export function unseal(key: Uint8Array, place: string, sealed: Uint8Array): Uint8Array {
  if (sealed.length < nonceBytes + tagBytes) throw new Error(`${kindOf(place)} is cut short`)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  const text = decipher.update(sealed.subarray(nonceBytes, -tagBytes))
  try {
    return bytesOf([text, decipher.final()])
  } catch (cause) {
    throw new Error(`${kindOf(place)} does not open: wrong key, wrong place, or changed`, { cause })
  }
}

const nonceBytes = 12
const tagBytes = 16

/** Without the id, so that an error names no person. */
function kindOf(place: string): string {
  return place.split('/')[0] ?? place
}

function bytesOf(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
