import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { type BenchSetup, seed, zipFile } from './setup.ts'
import { multiply, type Multiplied } from './multiply.ts'

/** Makes the archive of one scale. */
export async function measureMultiply(setup: BenchSetup): Promise<Multiplied> {
  mkdirSync(setup.folder, { recursive: true })
  const file = zipFile(setup)
  if (existsSync(file)) rmSync(file)
  let done = 0
  let said = 0
  const onProgress = (more: number): void => {
    done += more
    if (done - said < 20_000) return
    said = done
    setup.say(`${done} studies made`)
  }
  return multiply({ source: setup.source, file, studies: setup.studies, seed, onProgress })
}
