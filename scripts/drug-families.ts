/**
 * Makes `data/vocabulary/drug-families.tsv.gz`, the medicines as a search looks for them, from `drugs.tsv.gz` and `drug-names.tsv` beside it;
 * and `medicine-names.bin.gz`, their names ready to be found in texts.
 * Usage: node scripts/drug-families.ts, after any change to these lists or to how names are read.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { collectDrugFamilies } from '../src/finder/vocabulary/collect-drug-families.ts'
import { filedFamilies } from '../src/finder/vocabulary/drug-families.ts'
import { openDrugs } from '../src/finder/vocabulary/drugs.ts'
import { listedRows } from '../src/finder/vocabulary/listed-names.ts'
import {
  collectMedicineNames,
  filedMedicineNames,
} from '../src/finder/vocabulary/medicine-names.ts'

const text = collectDrugFamilies(openDrugs().all, listedRows('drug-names.tsv'))
const folder = join(import.meta.dirname, '../data/vocabulary')
writeFileSync(join(folder, 'drug-families.tsv.gz'), gzipSync(text, { level: 9 }))
const names = collectMedicineNames(filedFamilies(Buffer.from(text)))
writeFileSync(join(folder, 'medicine-names.bin.gz'), filedMedicineNames(names))
