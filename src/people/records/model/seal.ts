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

/**
 * Decrypts many sealed keys of 32 bytes in a small part of the time that `unseal` takes for each, and proves nothing: one that was
 * changed, moved or sealed with another key comes out as other bytes. What opens with a key proves it. Throws for another length.
 */
export function decryptUnproven(
  key: Uint8Array,
  sealed: readonly Uint8Array[],
): readonly Uint8Array[] {
  const cipher = createCipheriv('aes-256-ecb', key, null)
  cipher.setAutoPadding(false)
  const hiding = new Uint8Array(cipher.update(counterBlocks(sealed)))
  return sealed.map((one, index) => {
    const text = hiding.subarray(index * keyBytes, (index + 1) * keyBytes)
    for (let at = 0; at < keyBytes; at++) text[at] = (text[at] ?? 0) ^ (one[nonceBytes + at] ?? 0)
    return text
  })
}

/** What GCM encrypts to hide two blocks of text: the nonce and a number, of which 1 is for the tag. */
function counterBlocks(sealed: readonly Uint8Array[]): Uint8Array {
  const blocks = new Uint8Array(sealed.length * keyBytes)
  for (const [index, one] of sealed.entries()) {
    if (one.length !== nonceBytes + keyBytes + tagBytes) throw new Error('a key is cut short')
    for (let number = 2; number < 4; number++) {
      const start = index * keyBytes + (number - 2) * blockBytes
      for (let at = 0; at < nonceBytes; at++) blocks[start + at] = one[at] ?? 0
      blocks[start + blockBytes - 1] = number
    }
  }
  return blocks
}

const keyBytes = 32
const blockBytes = 16
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
