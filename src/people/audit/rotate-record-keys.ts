import type { Records } from '../records/model/records.ts'
import { type Rotation, rotateKeys } from '../records/rotation.ts'
import { audit } from './append.ts'

/** What a rotation of the keys needs to know. */
export interface RotationOptions {
  /** Whether the keys are in the setting `KEYS`, rather than in a file that can be given a new one. */
  readonly fromEnvironment: boolean
  /** A name that no other process has. */
  readonly holder: string
  readonly now: () => Date
}

/**
 * Wraps everybody's key with a new one, while the server goes on; the trail says so. Throws `RecordsRefused` where
 * there is no newer key, or another process is rotating them.
 */
export function rotateRecordKeys(records: Records, options: RotationOptions): Promise<Rotation> {
  return rotateKeys(records, {
    ...options,
    finished: (tx, { version, people }) =>
      audit(tx, {
        at: options.now(),
        actor: 'operator',
        action: 'keys.rotated',
        subject: 'records',
        details: { version, people },
      }),
  })
}
