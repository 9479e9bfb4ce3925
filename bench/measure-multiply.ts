import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { type Ground, seed, zipFile } from './ground.ts'
import { multiply, type Multiplied } from './multiply.ts'

/** Makes the archive of one scale. */
export async function measureMultiply(ground: Ground): Promise<Multiplied> {
  mkdirSync(ground.folder, { recursive: true })
  const file = zipFile(ground)
  if (existsSync(file)) rmSync(file)
  let done = 0
  let said = 0
  const onProgress = (more: number): void => {
    done += more
    if (done - said < 20_000) return
    said = done
    ground.say(`${done} studies made`)
  }
  return multiply({ source: ground.source, file, studies: ground.studies, seed, onProgress })
}
