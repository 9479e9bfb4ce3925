/**
 * Makes `data/vocabulary/names.bin.gz`, all names of diseases ready to be searched for, from the lists beside it.
 * Usage: node scripts/collected-names.ts, after any change to those lists or to how names are read.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collectLooseNames, collectNames } from '../src/finder/vocabulary/collect-names.ts'
import { everydayNames } from '../src/finder/vocabulary/everyday-names.ts'
import { readMeshFile } from '../src/finder/vocabulary/mesh-file.ts'
import { filedNames } from '../src/finder/vocabulary/names-file.ts'

const concepts = readMeshFile()
const names = collectNames(concepts, everydayNames())
const filed = filedNames({ names, loose: collectLooseNames(names, concepts) })
writeFileSync(join(import.meta.dirname, '../data/vocabulary/names.bin.gz'), filed)
