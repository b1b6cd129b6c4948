/** Regular verbs that take an object, the commoner ones first; irregular ones stand in IRREGULAR_VERBS. */
export const TRANSITIVE_VERBS = `
make take give find call ask need want see tell show follow help start open close move lead keep hold bring carry win lose
build buy sell pay send meet read write use change leave pass stop reach visit watch join offer support accept refuse
reject approve announce report describe confirm deny investigate examine inspect question arrest charge accuse warn
threaten attack defend protect rescue treat examine test measure record photograph publish print broadcast translate
repair replace restore destroy damage flood burn clear clean cover cross climb enter empty fill lift drop push pull
throw catch hit strike shoot kill wound injure bury mourn praise blame criticise thank greet welcome invite dismiss
hire train teach study learn plan organise launch finish delay cancel postpone extend shorten widen raise lower
increase reduce cut double triple limit ban permit allow order request demand promise owe borrow lend rent own share divide
collect gather store deliver load unload transport export import produce manufacture assemble design invent discover
explore survey map mark label count list compare check verify correct ignore forget remember recognise expect fear
trust doubt suspect believe understand explain discuss debate settle resolve decide choose elect appoint nominate
promote replace remove expel evict release free escort chase pursue hunt trap feed water plant harvest pick cook bake
serve taste drink eat paint carve sculpt frame hang display sign stamp seal lock unlock break fix mend sew weave knit
wash dry fold pack wrap tie untie hide reveal conceal uncover expose smuggle steal seize confiscate auction donate
fund finance sponsor insure tax fine sue convict sentence acquit pardon appeal overturn uphold enforce obey violate
abandon occupy besiege invade liberate patrol guard monitor track trace locate identify interview consult advise
persuade convince urge encourage inspire frighten anger surprise disappoint impress amuse comfort calm silence
interrupt contradict quote cite mention omit insert attach detach connect disconnect repaint rebuild reopen rewrite
rename refuse relocate recycle reuse salvage scrap dredge drain pave widen narrow straighten fence insulate heat cool
`
export const INTRANSITIVE_VERBS = `
come go stay wait work live die fall rise grow begin end happen appear arrive return leave stand sit lie sleep wake run
walk travel sail drift sink swim fly land crash collapse explode burn melt freeze leak spread shrink expand recover
suffer struggle fight march gather protest vote speak talk shout whisper laugh cry smile pray sing dance play
compete retire resign quit emigrate vanish emerge hesitate stumble slip slide roll bounce tremble shiver cough faint
bleed heal starve argue agree disagree complain apologise confess testify negotiate surrender retreat advance
flourish decline fade wither rot rust crumble creak hum bark howl echo flicker glow shine sparkle
`
/** What somebody does with words; the first ones stand in most speech tags. */
export const SAYING_VERBS = `say|say|say|say|say|say|add|add|explain|write|recall|insist|admit|claim|warn`
export const THINKING_VERBS = `say|believe|think|know|find|fear|argue|report|learn|insist|deny|confirm|estimate|expect|announce`

export const ADJECTIVES = `
new old other first last long great little small large big high low early late young local public private national
good bad important different recent former main major common clear sure open full empty short hard easy
strong weak heavy light dark bright cold warm hot cool dry wet clean dirty quiet loud safe dangerous poor rich cheap
expensive free busy ready sick healthy tired hungry angry happy sad proud afraid careful careless quick slow fast sudden
steep narrow wide broad deep shallow thick thin round square flat sharp blunt smooth rough soft tight loose fresh stale
sweet bitter sour salty plain simple complex strange familiar ordinary unusual rare frequent constant brief final
official legal criminal federal regional municipal rural urban coastal northern southern eastern western central foreign
modern ancient medieval historic popular famous unknown anonymous secret hidden visible obvious doubtful certain likely
possible necessary useful useless costly modest generous greedy honest corrupt loyal brave cautious reckless patient
polite rude gentle cruel friendly hostile lonely crowded remote nearby distant domestic industrial commercial financial
medical scientific technical electrical chemical nuclear digital mechanical wooden stony golden silver woollen rusty
dusty muddy sandy rocky leafy grassy icy foggy windy stormy sunny cloudy rainy frozen broken cracked damaged faulty
fragile solid hollow liquid toxic harmful harmless deadly fatal severe mild acute chronic temporary permanent annual
monthly weekly daily hourly nightly seasonal sporadic gradual abrupt swift sluggish eager reluctant willing stubborn
flexible rigid strict lenient fair unjust equal unequal partial neutral balanced biased accurate vague precise rough
reliable dubious plausible absurd sensible foolish clever ignorant skilled clumsy graceful awkward elegant shabby
splendid humble noble bankrupt prosperous thrifty wasteful abundant scarce sufficient adequate excessive minimal
enormous tiny gigantic slender stout sturdy frail agile lame blind deaf mute pregnant elderly teenage infant orphaned
`
/** Adverbs that are not made of an adjective; the rest are, with -ly. */
export const ADVERBS = `soon|often|never|always|again|already|still|even|almost|perhaps|together|twice|once|rarely|seldom|instead|meanwhile`

export const PLACES_FIRST = `Ash|Mill|Stone|Elder|Thorn|Brook|Harrow|Wether|Crane|Linden|Oster|Marl|Fen|Holm|Raven|Birch|Copper|Gull|Hazel|Kings|Lang|Merri|North|Pender|Quarry|Rowan|Sand|Tarn|Under|Whit`
export const PLACES_SECOND = `ford|bridge|haven|field|mouth|wick|stead|moor|dale|ton|bury|combe|port|gate|by|march|worth|well|ham|cliffe`
export const GIVEN_NAMES = `Anna|Peter|Maria|John|Sofia|David|Ruth|Samuel|Clara|Martin|Irene|Paul|Helen|Victor|Nora|Simon|Alice|Hugo|Judith|Oscar|Lena|Felix|Marta|Leon|Edith|Amir|Zoë|José|Chloé|Nadia|Tomás|Yusuf|Priya|Wei|Ingrid|Kofi|Amara|Björn|Renée|Declan|Siobhán|Rosa|Emil|Greta|Walter|Hilda|Ivan|Olga|Jean-Luc|Mei`
export const SURNAMES_FIRST = `Har|Bel|Mor|Wal|Cas|Dun|Fal|Gar|Hol|Jen|Kel|Lam|Mar|Nor|Ol|Pas|Quin|Ros|San|Tal|Ver|Win|Yar|Zel|Bran|Cal`
export const SURNAMES_SECOND = `lin|den|ton|well|mann|sen|ková|ley|ford|ski|rose|vik|nell|dero|quist|more|ridge|bach|wick|lund`
export const OUTLETS = `Harbour Courier|Valley Tribune|Evening Ledger|Northern Post|River City Herald|Coastal Gazette|Morning Standard|County Observer|Public Wire|Weekly Beacon|Capital Chronicle|Island Register`
export const ROLES_IN_GROUPS = `the council|the ministry|the union|the company|the board|the agency|the committee|the coast guard|the fire brigade|the prosecution|the defence|the hospital`

export const WEEKDAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
export const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
export const NUMBER_WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|a dozen'

/** Parts of verbs that no rule gives: base, past, past participle. */
export const IRREGULAR_VERBS = `be was been|become became become|begin began begun|bleed bled bled|break broke broken|bring brought brought|build built built|buy bought bought
|catch caught caught|choose chose chosen|come came come|cut cut cut|drink drank drunk|eat ate eaten|fall fell fallen|feed fed fed|fight fought fought|find found found|fly flew flown
|forget forgot forgotten|freeze froze frozen|give gave given|go went gone|grow grew grown|hang hung hung|have had had|hide hid hidden|hit hit hit|hold held held|keep kept kept
|know knew known|lead led led|leave left left|lend lent lent|lie lay lain|lose lost lost|make made made|meet met met|overturn overturned overturned|pay paid paid|quit quit quit|read read read
|rebuild rebuilt rebuilt|rewrite rewrote rewritten|rise rose risen|run ran run|say said said|see saw seen|sell sold sold|send sent sent|sew sewed sewn|shine shone shone|shoot shot shot
|show showed shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|spread spread spread|stand stood stood
|steal stole stolen|strike struck struck|swim swam swum|take took taken|teach taught taught|tell told told|think thought thought|throw threw thrown|understand understood understood
|uphold upheld upheld|wake woke woken|weave wove woven|win won won|write wrote written`
/** Verbs whose last letter is doubled before an ending. */
export const DOUBLING_VERBS =
  'stop|drop|plan|ban|permit|admit|trap|slip|hum|wrap|rot|map|cut|run|sit|win|hit|swim|quit|begin|forget|stir|scrap|expel|knit|omit|rob'
export const IRREGULAR_PLURALS = `man men|woman women|child children|fireman firemen|postman postmen|chairman chairmen|knife knives|wolf wolves|thief thieves|goose geese|sheep sheep|fish fish|deer deer|salmon salmon|trout trout|people people|shelf shelves|calf calves`

/** Words that stand for one another, by class. The first letter says which: n noun, v verb, a adjective, r adverb. */
export const SYNONYMS = `
n house home|n road street|n officer constable|n child youngster|n worker employee|n reason cause|n issue matter|n plan scheme|n company firm business
n report account|n meeting gathering session|n building structure|n neighbour resident|n lawyer attorney|n judge magistrate|n ship vessel|n car vehicle|n doctor physician
n study survey|n danger hazard peril|n threat menace|n accident mishap|n mistake error|n victory triumph win|n crowd throng|n visitor guest|n aid help assistance
n fund purse|n job post position|n wage salary|n deal agreement|n contract pact|n shop store|n disease illness|n drug medicine|n result outcome|n film movie|n story tale
n town municipality|n forest woodland|n storm gale|n fire blaze|n coast shore|n evidence proof|n complaint grievance|n inquiry probe investigation|n promise pledge vow
n warning alert|n decision ruling|n law statute|n rumour gossip|n thief robber|n prison jail|n journey trip voyage|n document paper file|n letter note|n picture photograph image
n injury wound|n damage harm|n cost expense price|n delay hold-up|n failure breakdown|n protest demonstration rally|n soldier trooper|n price charge fee|n vote ballot|n speech address
v begin start|v finish end|v buy purchase|v help assist|v ask question|v need require|v show reveal|v keep retain|v build construct|v reject refuse|v approve endorse|v announce declare
v examine inspect|v destroy wreck|v repair mend fix|v rescue save|v injure hurt|v criticise fault|v hire employ|v postpone delay|v increase raise|v reduce lower cut|v permit allow
v gather collect|v discover uncover find|v choose select|v remove withdraw|v release free|v hide conceal|v seize confiscate|v locate find|v urge press|v abandon desert|v leave depart
v collapse crumple|v grow expand|v happen occur|v vanish disappear|v talk speak|v argue quarrel|v complain grumble|v confirm verify|v describe portray|v explain clarify|v demand insist
v carry bear haul|v watch observe|v reach attain|v enter penetrate|v throw hurl|v fear dread|v close shut|v send dispatch|v visit attend|v expect await|v win gain|v stop halt
a big large sizeable|a small little|a old aged|a new fresh recent|a quick swift fast rapid|a important weighty|a strange odd|a angry furious|a happy glad|a sad unhappy|a dangerous risky perilous
a costly expensive dear|a poor needy|a rich wealthy|a quiet silent|a loud noisy|a empty vacant|a brief short|a final last|a former previous|a common frequent|a rare scarce|a clear plain
a strong sturdy|a weak frail|a brave bold|a careful cautious|a honest truthful|a remote distant|a local regional|a enormous huge|a tiny minute|a severe grave|a certain sure|a main chief
r often frequently|r soon shortly|r rarely seldom|r almost nearly|r perhaps maybe|r suddenly abruptly|r quickly rapidly|r finally eventually|r apparently seemingly|r again anew
`

/** What may stand for a function word without changing much; some are two words. */
export const FUNCTION_SYNONYMS = `the this|a one|this the|that this|these the|those these|many numerous|few hardly any|some several|most nearly all|every each|another one more
|before prior to|after following|near close to|behind at the back of|under beneath|over above|during in the course of|across throughout|beside next to|along down|against opposite
|and as well as|but yet|although though|while whereas|because since|so therefore|until till|when as|would was going to|could was able to|must had to|may might|should ought to
|was had been|were had been|they these people|his the|her the|their the|its the`
