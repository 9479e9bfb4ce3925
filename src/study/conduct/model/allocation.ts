import type { Selectable } from 'kysely'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { openValue, sealValue } from '../../../people/records/model/sealed-rows.ts'
import type { Tables } from '../../../people/records/model/tables.ts'

/** The place of a list that a participant took: the kit that is theirs. To which arm it leads is not in it. */
export interface TakenPlace {
  readonly list: string
  readonly position: number
  readonly stratum: string
  readonly kit: string
  /** ISO in UTC. */
  readonly takenAt: string
  /** Whether the arm is shown to the pharmacist alone. */
  readonly isBlind: boolean
}

/** A site whose places are for whichever site comes next. */
export const anySite = '*'

/** The place that a participant took; undefined where they took none. */
export async function readTakenPlace(
  db: Reader | Tx,
  participantId: string,
): Promise<TakenPlace | undefined> {
  const row = await rowOf(db, participantId)
  return (
    row && {
      list: row.list,
      position: Number(row.position),
      stratum: row.stratum,
      kit: row.kit,
      takenAt: row.taken_at ?? '',
      isBlind: Number(row.blind) === 1,
    }
  )
}

/** The arm that a participant is in, for who may see it: undefined where they took no place. Throws as `unseal` does. */
export async function openTakenArm(
  db: Reader | Tx,
  keys: Keys,
  participantId: string,
): Promise<string | undefined> {
  const row = await rowOf(db, participantId)
  return row && openArm(keys, row)
}

function rowOf(db: Reader | Tx, participantId: string) {
  return db
    .selectFrom('allocation_place')
    .selectAll()
    .where('participant_id', '=', participantId)
    .executeTakeFirst()
}

/** Which place of which list, as it is sealed for. */
export type PlaceOfArm = Pick<Selectable<Tables['allocation_place']>, 'study' | 'list' | 'position'>

/** Seals to which arm a place leads; all of one length, so that it tells nothing. Throws as `seal` does. */
export function sealArm(keys: Keys, place: PlaceOfArm, arm: string): Uint8Array {
  return sealValue(keys.allocationKey, placeOfArm(place), { arm }, 256)
}

/** To which arm a place leads. Throws as `unseal` does. */
export function openArm(
  keys: Keys,
  place: PlaceOfArm & { readonly arm_sealed: Uint8Array },
): string {
  const value = openValue(keys.allocationKey, placeOfArm(place), place.arm_sealed)
  return (value as { readonly arm: string }).arm
}

function placeOfArm({ study, list, position }: PlaceOfArm): string {
  return `allocation_place.arm/${study}/${list}/${position}`
}
