import { CatalogueDamaged, PieceDamaged } from '../model/damage.ts'
import { type Manifest, readEarlierManifest, readManifest } from '../model/manifest.ts'

/** What was opened of a state of a catalogue, and what is damaged of the newest, where this is the one before. */
export interface SoundState<T> {
  readonly manifest: Manifest
  readonly opened: T
  readonly damage?: string
}

/**
 * Opens the newest state of a catalogue, or, where that is damaged or part of it is missing, the state before; of these, where
 * a `number` is given, only the one that has it. `open`
 * opens one state whole, or throws `PieceDamaged`. Undefined where there is no catalogue yet. Throws `CatalogueDamaged`, which
 * says what to import, where neither is sound, and `CatalogueOfOtherVersion`.
 */
export function openSound<T>(
  folder: string,
  open: (manifest: Manifest) => T,
  number?: number,
): SoundState<T> | undefined {
  let damage: string | undefined
  for (const read of [readManifest, readEarlierManifest])
    try {
      const manifest = read(folder)
      if (manifest && number !== undefined && manifest.number !== number) {
        damage ??= `state ${number} is not there`
        continue
      }
      if (manifest) return { manifest, opened: open(manifest), ...(damage && { damage }) }
      if (damage === undefined) return undefined
    } catch (error) {
      damage ??= damageIn(error)
    }
  throw new CatalogueDamaged(folder, damage ?? '')
}

/** The same where opening takes a while and others should get their turn. Throws as `openSound`. */
export async function openSoundInTurns<T>(
  folder: string,
  open: (manifest: Manifest) => Promise<T>,
): Promise<SoundState<T> | undefined> {
  let damage: string | undefined
  for (const read of [readManifest, readEarlierManifest])
    try {
      const manifest = read(folder)
      if (manifest) return { manifest, opened: await open(manifest), ...(damage && { damage }) }
      if (damage === undefined) return undefined
    } catch (error) {
      damage ??= damageIn(error)
    }
  throw new CatalogueDamaged(folder, damage ?? '')
}

/** The words for damage; whatever else went wrong is thrown on. */
function damageIn(error: unknown): string {
  if (error instanceof PieceDamaged) return error.message
  throw error
}
