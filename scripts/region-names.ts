/**
 * Names of divisions, by country and GeoNames' code, where the table of postcodes has none (JP, MX, GR, IL, AE),
 * none in Latin letters (KR), none with its accents (BR) or the wrong one.
 */
export const handNamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  JP: numbered(
    'Aichi Akita Aomori Chiba Ehime Fukui Fukuoka Fukushima Gifu Gunma Hiroshima Hokkaido Hyogo Ibaraki Ishikawa Iwate Kagawa Kagoshima Kanagawa Kochi Kumamoto Kyoto Mie Miyagi Miyazaki Nagano Nagasaki Nara Niigata Oita Okayama Osaka Saga Saitama Shiga Shimane Shizuoka Tochigi Tokushima Tokyo Tottori Toyama Wakayama Yamagata Yamaguchi Yamanashi Okinawa'.split(
      ' ',
    ),
  ),
  MX: numbered(
    'Aguascalientes|Baja California|Baja California Sur|Campeche|Chiapas|Chihuahua|Coahuila|Colima|Ciudad de México|Durango|Guanajuato|Guerrero|Hidalgo|Jalisco|Estado de México|Michoacán|Morelos|Nayarit|Nuevo León|Oaxaca|Puebla|Querétaro|Quintana Roo|San Luis Potosí|Sinaloa|Sonora|Tabasco|Tamaulipas|Tlaxcala|Veracruz|Yucatán|Zacatecas'.split(
      '|',
    ),
  ),
  AE: { '01': 'Abu Dhabi', '02': 'Ajman', '03': 'Dubai', '06': 'Sharjah' },
  BR: {
    '01': 'Acre',
    '03': 'Amapá',
    '06': 'Ceará',
    '08': 'Espírito Santo',
    '13': 'Maranhão',
    '16': 'Pará',
    '17': 'Paraíba',
    '18': 'Paraná',
    '20': 'Piauí',
    '24': 'Rondônia',
    '25': 'Roraima',
    '27': 'São Paulo',
    '29': 'Goiás',
  },
  CA: { '13': 'Northwest Territories', '14': 'Nunavut' },
  CH: { BS: 'Basel-Stadt' },
  DE: { '16': 'Berlin' },
  EG: { '06': 'Alexandria', '08': 'Giza', '11': 'Cairo' },
  ES: {
    '51': 'Andalucía',
    '52': 'Aragón',
    '55': 'Castilla y León',
    '56': 'Cataluña',
    '59': 'País Vasco',
  },
  GR: {
    ESYE12: 'Central Macedonia',
    ESYE14: 'Thessaly',
    ESYE21: 'Epirus',
    ESYE23: 'Western Greece',
    ESYE31: 'Attica',
    ESYE43: 'Crete',
  },
  IL: {
    '01': 'Southern District',
    '02': 'Central District',
    '03': 'Northern District',
    '04': 'Haifa District',
    '05': 'Tel Aviv District',
    '06': 'Jerusalem District',
  },
  RU: { '48': 'Moscow', '66': 'Saint Petersburg' },
  TR: { '32': 'Mersin' },
  KR: {
    '01': 'Jeju',
    '03': 'North Jeolla',
    '05': 'North Chungcheong',
    '06': 'Gangwon',
    '10': 'Busan',
    '11': 'Seoul',
    '12': 'Incheon',
    '13': 'Gyeonggi',
    '14': 'North Gyeongsang',
    '15': 'Daegu',
    '16': 'South Jeolla',
    '17': 'South Chungcheong',
    '18': 'Gwangju',
    '19': 'Daejeon',
    '20': 'South Gyeongsang',
    '21': 'Ulsan',
    '22': 'Sejong',
  },
}

/** Short names people and registries use where the table of postcodes gives only numbers. */
export const shortNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CA: { '13': 'NT', '14': 'NU' },
  BR: {
    '01': 'AC',
    '02': 'AL',
    '03': 'AP',
    '04': 'AM',
    '05': 'BA',
    '06': 'CE',
    '07': 'DF',
    '08': 'ES',
    '11': 'MS',
    '13': 'MA',
    '14': 'MT',
    '15': 'MG',
    '16': 'PA',
    '17': 'PB',
    '18': 'PR',
    '20': 'PI',
    '21': 'RJ',
    '22': 'RN',
    '23': 'RS',
    '24': 'RO',
    '25': 'RR',
    '26': 'SC',
    '27': 'SP',
    '28': 'SE',
    '29': 'GO',
    '30': 'PE',
    '31': 'TO',
  },
}

/** What else a division is called, in English and French, separated by `|`. */
export const otherRegionNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  BE: {
    BRU: 'Brussels Capital|Brussels-Capital Region|Région de Bruxelles-Capitale',
    VLG: 'Flanders|Flandre',
    WAL: 'Wallonia|Wallonie',
  },
  CA: { '10': 'Québec', '02': 'Colombie-Britannique' },
  CH: { GE: 'Geneva', ZH: 'Zurich', LU: 'Lucerne', BE: 'Bern', VS: 'Wallis' },
  CN: { '14': 'Xizang', '20': 'Nei Mongol' },
  DE: {
    '01': 'Baden-Wurttemberg|Bade-Wurtemberg',
    '02': 'Bavaria|Bavière',
    '05': 'Hesse|Hessia',
    '06': 'Lower Saxony|Basse-Saxe',
    '07': 'North Rhine-Westphalia|Rhénanie-du-Nord-Westphalie|NRW',
    '08': 'Rhineland-Palatinate|Rhénanie-Palatinat',
    '13': 'Saxony|Saxe',
    '14': 'Saxony-Anhalt|Saxe-Anhalt',
    '15': 'Thuringia|Thuringe',
  },
  ES: {
    '07': 'Balearic Islands|Îles Baléares|Illes Balears',
    '51': 'Andalusia|Andalousie',
    '53': 'Canary Islands|Îles Canaries',
    '56': 'Catalonia|Catalogne|Catalunya',
    '59': 'Basque Country|Pays basque|Euskadi',
    '60': 'Valencian Community',
  },
  FR: { '28': 'Normandy', '53': 'Brittany', '94': 'Corsica' },
  GB: { ENG: 'Angleterre', SCT: 'Écosse', WLS: 'Pays de Galles', NIR: 'Irlande du Nord' },
  IT: {
    '09': 'Lombardy|Lombardie',
    '12': 'Piedmont|Piémont',
    '13': 'Apulia|Pouilles',
    '14': 'Sardinia|Sardaigne',
    '15': 'Sicily|Sicile',
    '16': 'Tuscany|Toscane',
  },
  US: { CA: 'Californie', FL: 'Floride', DC: 'Washington DC' },
}

function numbered(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [String(index + 1).padStart(2, '0'), name]))
}

/** A division's name in Latin letters and without the words for what kind of division it is. */
export function latinised(name: string): string {
  const plain = name
    .replace(/^(?:Kanton|Canton (?:de la|de|du|des)|Cantone|Canton) /, '')
    .replace(/^Canton d['’]/, '')
    .replace(/ - /g, '-')
  return /[а-яё]/i.test(plain) ? inLatin(plain) : plain
}

const latin: Readonly<Record<string, string>> = Object.fromEntries(
  'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya'
    .split(' ')
    .reduce<string[][]>((pairs, part, index, parts) => {
      if (index % 2 === 0) pairs.push([part, (parts[index + 1] ?? '').replace('_', '')])
      return pairs
    }, []),
)

/** Russian letter by letter, capitals kept, with "Область" and the like as English geographers write them. */
function inLatin(name: string): string {
  const letters = name.split('').map((letter) => {
    const small = latin[letter.toLowerCase()] ?? letter
    return letter === letter.toLowerCase() ? small : small.charAt(0).toUpperCase() + small.slice(1)
  })
  return letters.join('').replace(/ Oblast$/, ' Oblast')
}
