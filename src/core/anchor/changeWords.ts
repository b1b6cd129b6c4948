/** English words by which a difference is given its class. They name what differs; whether it differs never depends on them. */
function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

export const NUMBER_WORDS = wordSet(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty ' +
    'thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion hundreds thousands millions billions dozen dozens ' +
    'half third thirds quarter quarters double triple twice thrice once pair couple first second fourth fifth sixth seventh eighth ninth tenth',
)
/** Words of size that belong to the amount or number before them. */
export const SCALES = wordSet('hundred thousand million billion trillion m bn k')
export const CURRENCIES = wordSet(
  'dollar dollars cent cents euro euros pound pounds pence penny yen yuan rupee rupees franc francs krona kronor crown crowns usd eur gbp',
)
export const CURRENCY_SIGNS = wordSet('$ € £ ¥ ₹ ₽ ₩')
export const UNITS = wordSet(
  '% percent per-cent percentage point points degree degrees celsius fahrenheit metre metres meter meters kilometre kilometres kilometer kilometers km ' +
    'centimetre centimetres cm millimetre millimetres mm mile miles yard yards foot feet inch inches hectare hectares acre acres litre litres ' +
    'liter liters gallon gallons gram grams kilogram kilograms kg kilo kilos tonne tonnes ton tons pound ounce ounces watt watts kilowatt ' +
    'kilowatts megawatt megawatts mw kw second seconds minute minutes hour hours day days week weeks month months year years decade decades mph knots',
)
export const TIME_WORDS = wordSet("a.m p.m a.m. p.m. am pm noon midnight o'clock gmt utc bst est cet")
export const MONTHS = wordSet(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
)
export const DAYS = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays',
)
export const NEAR_DAYS = wordSet('today yesterday tomorrow tonight overnight')
/** Months that are other words too, so that only a number or one of these before them makes them dates. */
export const DOUBTFUL_MONTHS = wordSet('may march')
export const BEFORE_MONTHS = wordSet('in of on since until last next early late mid by before after during from this')
export const NEGATIONS = wordSet(
  'not no never none nobody nothing nowhere neither nor without cannot non hardly scarcely unable refused failed denied',
)
export const MODALS = wordSet('may might could would should must can will shall ought')
export const HEDGES = wordSet(
  'about approximately roughly nearly almost around some reportedly allegedly alleged apparently possibly perhaps maybe probably likely unlikely ' +
    'presumably supposedly purportedly seemingly suspected believed thought estimated appears appeared appear seems seemed seem suggests suggested ' +
    'potentially virtually largely mostly partly certainly definitely clearly rarely sometimes often generally usually',
)
/** Words that hedge only beside `at` or `up`. */
export const BOUNDS = wordSet('least most')
export const CUES = wordSet(
  'say said says told tells added adds asked asks replied replies answered announced announces claimed claims argued argues insisted insists ' +
    'explained explains warned warns confirmed confirms denied denies wrote writes stated states recalled recalls noted notes admitted admits testified ' +
    'shouted promised promises',
)
/** Words that end the name of a speaker, going back from the verb. */
export const BEFORE_SPEAKERS = wordSet(
  'and but that when while as who which in on at by from with for to if because after before since though although then it is was were are',
)
/** Words between a speaker and the verb. */
export const BESIDE_CUES = wordSet('had has have also later then who')
/** Words that begin sentences and are no names. */
export const STARTERS = wordSet(
  'the a an he she it they we i you but and in on at this that these those there when while if as for after before his her their its our my what ' +
    'who where why how both all each many most more some several other another with from by to of or so yet still then now here',
)
