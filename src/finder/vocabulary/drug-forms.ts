import { tokens } from './fold.ts'

/** Words after the name of a substance that name its salt, ester or water, English and French: the medicine is the same. */
const salts: ReadonlySet<string> = new Set(
  tokens(`hydrochloride dihydrochloride monohydrochloride hcl chlorhydrate dichlorhydrate hydrobromide bromhydrate bromide
    bromure hydroiodide iodide iodure sodium disodium monosodium sodique disodique monosodique potassium dipotassium
    potassique calcium calcique magnesium magnesique sulfate bisulfate hemisulfate sulphate hydrogen acetate diacetate
    mesylate mesilate dimesylate maleate malate hydrogenomaleate tartrate bitartrate hydrogenotartrate citrate dicitrate
    phosphate diphosphate fumarate hemifumarate hydrogenofumarate succinate hemisuccinate besylate besilate tosylate
    tosilate ditosylate nitrate lactate gluconate palmitate pamoate embonate decanoate enanthate enantate cypionate
    cipionate undecanoate propionate dipropionate valerate furoate acetonide hexacetonide monohydrate hydrate dihydrate
    trihydrate sesquihydrate hemihydrate monohydrate anhydrous anhydre hydrated edisylate xinafoate trometamol
    tromethamine olamine meglumine lysine arginine erbumine axetil cilexetil medoxomil proxetil etexilate benzoate
    stearate estolate ethylsuccinate hyclate aspartate camsylate salt sel`),
)

/** Whether a word as `tokens` gives it names a salt, an ester or the water in a substance. */
export function isSalt(word: string): boolean {
  return salts.has(word)
}

const forms =
  /\s+(?:oral|injection|injectable|intravenous|intramuscular|subcutaneous|topical|nasal|inhalation|ophthalmic|vaginal|rectal|transdermal|buccal|sublingual|implant|patch|liposomal|lipid complex|intrauterine system|s)$/i

/** The name of a substance without its use in brackets, its form and the four letters of a copy ("-dkst"). */
export function withoutForms(name: string): string {
  const bare = name
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/(?<=ab|cept|stim|tide|mide|in)-[a-z]{4}$/i, '')
  const shorter = bare.replace(forms, '')
  return shorter === bare ? bare : withoutForms(shorter)
}

const noBases: ReadonlySet<string> = new Set(
  `sodium potassium calcium magnesium iron ferric ferrous zinc iodine aluminum aluminium copper selenium silver gold phosphate
  chloride sulfate citrate nitrate insulin interferon estrogen vitamin vaccine immunoglobulin bismuth strontium fluoride iodide
  bromide chromium manganese cobalt barium ammonium nitrogen sulfur carbon phosphorus radium gadolinium technetium`.split(
    /\s+/,
  ),
)

/** Whether a name is that of an element or of a kind of medicine, which medicines beginning with it are not. */
export function isNoBase(name: string): boolean {
  return noBases.has(name.toLowerCase())
}
