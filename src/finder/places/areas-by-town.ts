import { nameKey } from './name-key.ts'

/**
 * The town that stands for an area people say they live in and of which we know no border ("West Yorkshire", "Alsace"), as it
 * can be looked up; undefined for any other name. Its country may follow: "Kent, UK".
 */
export function townOfArea(text: string): string | undefined {
  const key = nameKey(text).replace(/^the /, '')
  return (read ??= readAreas()).get(key)
}

let read: ReadonlyMap<string, string> | undefined

function readAreas(): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ where, ends, areas }) =>
      areas.split(/\s*\|\s*/).flatMap((row) => {
        const [names = '', town = ''] = row.split(': ')
        const keys = names.split('/').map((name) => nameKey(name).replace(/^the /, ''))
        return keys.flatMap((key) =>
          ['', ...ends].map((end): [string, string] => [`${key}${end}`, `${town}, ${where}`]),
        )
      }),
    ),
  )
}

interface AreaRows {
  /** Where the towns are, and how that may be said behind an area. */
  readonly where: string
  readonly ends: readonly string[]
  /** Names of an area, and the town. Not "Norfolk" and "Surrey", which are bigger cities elsewhere. */
  readonly areas: string
}

const inBritain = [' uk', ' united kingdom', ' england', ' gb', ' great britain']

const rows: readonly AreaRows[] = [
  {
    where: 'England',
    ends: inBritain,
    areas: `Bedfordshire: Bedford | Berkshire: Reading | Buckinghamshire/Bucks: Aylesbury | Cambridgeshire: Cambridge | Cheshire: Chester |
      Cornwall: Truro | County Durham/Durham County: Durham | Cumbria/the Lake District: Carlisle | Derbyshire: Derby | Devon: Exeter | Dorset: Bournemouth |
      East Riding/East Yorkshire/Humberside: Kingston upon Hull | Sussex/East Sussex: Brighton | West Sussex: Crawley | Essex: Chelmsford | Gloucestershire: Gloucester |
      Greater Manchester: Manchester | Greater London: London | Hampshire/Hants: Southampton | Herefordshire: Hereford | Hertfordshire/Herts: Watford |
      Isle of Wight: Ryde | Kent: Maidstone | Lancashire/Lancs: Preston | Leicestershire: Leicester | Lincolnshire/Lincs: Lincoln | Merseyside/Wirral: Liverpool |
      North Yorkshire: York | Northamptonshire/Northants: Northampton | Northumberland/Tyne and Wear/Tyneside/North East England: Newcastle upon Tyne |
      Nottinghamshire/Notts: Nottingham | Oxfordshire/Oxon: Oxford | Shropshire: Shrewsbury | Somerset: Taunton | South Yorkshire: Sheffield |
      Staffordshire/Staffs: Stafford | Teesside: Middlesbrough | Warwickshire: Coventry | West Midlands/the Midlands: Birmingham | East Midlands: Nottingham |
      West Yorkshire/Yorkshire: Leeds | Wiltshire/Wilts: Swindon | Worcestershire/Worcs: Worcester | East Anglia: Norwich`,
  },
  {
    where: 'Scotland',
    ends: [' uk', ' united kingdom', ' scotland'],
    areas: `Fife: Kirkcaldy | Lanarkshire: Hamilton | Ayrshire: Ayr | Aberdeenshire: Aberdeen | Scottish Highlands/the Highlands: Inverness |
      Lothian/East Lothian/Midlothian: Edinburgh | Tayside: Dundee`,
  },
  {
    where: 'Wales',
    ends: [' uk', ' united kingdom', ' wales'],
    areas: `South Wales/Glamorgan: Cardiff | North Wales: Wrexham | Gwent: Newport | Carmarthenshire: Carmarthen | Pembrokeshire: Haverfordwest`,
  },
  {
    where: 'Northern Ireland',
    ends: [' uk', ' united kingdom', ' northern ireland'],
    areas: `County Antrim/County Down: Belfast | County Derry/County Londonderry: Derry | County Armagh: Armagh`,
  },
  {
    where: 'United States',
    ends: [' us', ' usa', ' united states'],
    areas: `Bay Area/SF Bay Area/San Francisco Bay Area: San Francisco, California | Silicon Valley: San Jose, California | Southern California/SoCal: Los Angeles, California |
      Northern California/NorCal: Sacramento, California | Orange County: Santa Ana, California | New England: Boston, Massachusetts |
      Long Island: Hempstead, New York | Upstate New York: Syracuse, New York | Twin Cities: Minneapolis, Minnesota | South Florida: Miami, Florida | DFW: Dallas, Texas |
      Cape Cod: Barnstable, Massachusetts | Northern Virginia: Arlington, Virginia`,
  },
  {
    where: 'France',
    ends: [' france'],
    areas: `Alsace: Strasbourg | Lorraine: Nancy | Champagne-Ardenne: Reims | Auvergne: Clermont-Ferrand | Rhône-Alpes: Lyon | Bourgogne: Dijon |
      Franche-Comté: Besançon | Limousin: Limoges | Poitou-Charentes/Poitou: Poitiers | Aquitaine: Bordeaux | Midi-Pyrénées: Toulouse |
      Languedoc/Languedoc-Roussillon: Montpellier | Picardie: Amiens | Nord-Pas-de-Calais: Lille | Haute-Normandie: Rouen | Basse-Normandie: Caen |
      PACA/Provence/région PACA: Marseille | Pays basque: Bayonne | Côte d'Azur: Nice | région parisienne/banlieue parisienne: Paris |
      Béarn: Pau | Anjou: Angers | Touraine: Tours | Périgord: Périgueux | Dauphiné: Grenoble | région lyonnaise: Lyon | région toulousaine: Toulouse | région bordelaise: Bordeaux |
      région lilloise: Lille | région nantaise: Nantes`,
  },
  {
    where: 'Switzerland',
    ends: [' suisse'],
    areas: `Suisse romande/Romandie: Lausanne`,
  },
]
