/** Words that stand in about the same share of English texts; the words are word keys (lower case), in alphabetical order. */
type FrequencyLevel = { readonly share: number; readonly words: string }

/**
 * The 2,500 words that stand in most English texts of some 600 words, by the share of such texts that hold them (0 to 1, rounded to
 * half a power of two). Counted by us: docs/decisions/0031-word-frequencies.md says how, and what is left out (names).
 */
export const ENGLISH_LEVELS: readonly FrequencyLevel[] = [
  {
    share: 1,
    words: 'a and as for in is it of on that the to with',
  },
  {
    share: 0.7071,
    words: '1 all an are at be but by can from has have more not or this was will',
  },
  {
    share: 0.5,
    words:
      '2 about also been do he i if into like no other out people said so some than their there they ' +
      'time up we what when which who would you',
  },
  {
    share: 0.3536,
    words:
      "after any because before could even first get had his how it's its just make many may most now " +
      'only our over see should them these use way were where while work years your',
  },
  {
    share: 0.25,
    words:
      "3 against back being between both called don't each every government help her here including " +
      'last long made much my need own part public same set she since such support take then think ' +
      'those through used using very want well year',
  },
  {
    share: 0.1768,
    words:
      '4 5 across added already always another around based best better build campaign case change come ' +
      'country data day did different does down during end example far few find following former found ' +
      'full go going good great high him however important information instead know less making me ' +
      'never next number off open percent place presidential process project put right say says ' +
      'something still system team told under week whether without working',
  },
  {
    share: 0.125,
    words:
      '10 6 able according again allow along among asked available become big building built business ' +
      "call came can't changes clear code create current days default development doesn't doing done " +
      "early enough experience free function give given having home i'm include issue issues keep key " +
      'large later law least left level life line little local look lot major means members might ' +
      'million money months must name needs note often old once options order organization others past ' +
      'point policy political possible problems program provide rather real really recent return run ' +
      "second several show single small source start started statement sure that's thing things though " +
      "together too took top try type until user value version we're why within works yet",
  },
  {
    share: 0.0884,
    words:
      '11 20 7 8 9 above access action add agencies ago allows almost although anything array away ' +
      'began believe bring calling candidate cannot care check children class coming community company ' +
      "continue control cost course created deal decision design didn't difficult directly earlier easy " +
      'effort efforts either election event ever everyone everything fact family features feel file ' +
      "focus forward further future getting got groups half hard he's history hope hours human idea " +
      'impact improve included itself job kind known leaders leading learn led let likely list live ' +
      'longer looking makes man management media meeting method methods month move nearly needed night ' +
      'non offer official officials opportunity option outside package page pass passed path pay person ' +
      'personal plan please potential power primary private problem product projects property provided ' +
      'provides question questions quickly read recently released report response result results ' +
      'returns risk running saying seen share short side similar simple site social software special ' +
      "specific staff string supported systems taken takes taking teams technology term test there's " +
      "they're third thought today tools toward trying tuesday turn understand useful users uses values " +
      "via vote voters wanted ways wednesday weeks went whole whose worked workers written wrote you're",
  },
  {
    share: 0.0625,
    words:
      '0 12 15 ability actually adding addition additional address age ahead allowed amount announced ' +
      'anyone application approach area areas argument ask attack attacks attention avoid bad became ' +
      'behavior behind below benefits beyond body calls candidates cases cause certain challenge ' +
      'changed close comes comment comments companies complete complex conservative consider considered ' +
      'content continued countries creating critical currently date debate deliver despite details ' +
      'documentation due economic email employees ensure entire environment error especially events ' +
      'evidence examples existing expected face fall false fast field fight files final finally focused ' +
      'follow followed foreign form friday front fully functions gave global goal growing hand happen ' +
      "head held helped himself hit huge i've immigration includes increase industry inside install " +
      "instance interest internal interview involved isn't jobs join joined language late latest lead " +
      'leave legal license limited link lives living love low lower main majority market matter mean ' +
      'meet member message met mission modern monday morning multiple nation near necessary nominee ' +
      'nothing numbers online organizations original particular particularly partners parts per ' +
      'performance plans play position practice practices present previously probably production ' +
      'products programs properties providing quality race range re reason receive record related ' +
      'release reported request require required resources rest review rights role room rules save saw ' +
      'section senior sense sent series serious serve shows sign significant simply size someone soon ' +
      'space speaking spending standard starting stay step stop strategy strong style success ' +
      'successful supporters supports talk talking terms testing text themselves thousands throughout ' +
      "trade true types usually various view wants water we've website what's win won't words write " +
      'writing wrong young',
  },
  {
    share: 0.0442,
    words:
      '14 16 18 accessible account actions activities agreement allowing alone answer anti appeared ' +
      'applications apply arguments article associated average background base basic becoming begin ' +
      'beginning benefit biggest billion bit block blog border born brought budget businesses buy ' +
      'capital car career caused century challenges chance character child choose citizens claims ' +
      'clearly closed closely colleagues command communities completely computer concerns contact ' +
      'contract contribute core costs couple cover crisis criticism criticized culture cut daily death ' +
      'decades decided decisions deep described designed determine develop developed difference direct ' +
      'documents dollars drive easier easily economy effect effective else energy enforcement etc ' +
      'exactly expect expensive experts facing failed families faster feedback fellow figure financial ' +
      'finding food format friends funding game gets gives giving goals goes greater ground growth ' +
      'handling hands happened happy hear heard helping helps higher highly hold host hour hundreds ' +
      'ideas illegal image immediately immigrants implementation income independent individual ' +
      'individuals initial installation investigation january july june keeping killed knowledge lack ' +
      'largely larger largest launched laws leadership learned learning legislation letter levels light ' +
      'lines location looks lost map march match meant measure men military millions minutes model ' +
      "mostly moving named names nation's natural nomination noted november offered offers officers " +
      'ones operations opportunities optional otherwize owner pages paid pattern period platform points ' +
      "policies politics polls popular population positive powerful president's pressure prevent " +
      'previous processes produce produced progress promize proposed protect published push putting ' +
      'quite raise raised rate reading ready reasons received records reduce reference regular ' +
      'relationship remain remains remove replace reporters reports requests requirements responsible ' +
      'returned runs safe saturday search sector secure seeking self separate september served server ' +
      'setting shared showed signed skills smaller solution solutions sometimes specifically speech ' +
      'spend spent spoke spokesman stage stand standards statements stories story study subject ' +
      'suggested summer sunday supporting table tax technical tell tests thanks thinking threat tool ' +
      'total track traditional training tried turned ultimately understanding unique unless upon video ' +
      "violence visit voice warning wasn't whom wide widely woman women won word worth you'll yourself",
  },
  {
    share: 0.0312,
    words:
      '13 17 19 absolute accept accounts accused achieve active activity actual advanced advantage ' +
      'advisor advisors agree agreed allies alternative amazing analysis annual appear appearance ' +
      "appears appropriate april aren't argued aside asking attempt attempts audience august author " +
      'automatically aware backed ban basis becomes believed bills book break bringing broken buying ' +
      'campaigns capacity causes centered certainly changing charge checks choice cities claimed ' +
      'classes climate cloud collaboration collection color commercial commitment committed ' +
      'communication compared completed concept concern conditions confidence consistent constitutional ' +
      'construction contain containing contains context continues continuing contrast controversial ' +
      "conversation copy correct couldn't country's coverage creates criminal critics cross crowd " +
      'cultural customer customers de decade december decide declared declined dedicated defend defined ' +
      'delivered delivery demand describe detail detailed determined developer developers developing ' +
      'differences discovered discuss discussion disease display document double driven drop drug ' +
      'effectively efficient elected elections element elements elsewhere emails emergency empty enable ' +
      'ended enter entirely entry equal equivalent established estimated eventually except exist exists ' +
      'expand experiences expressed extra extremely faced fail failure familiar father fear feature ' +
      'felt figures fine fire firm fit fix floor forced forms founder frequently fresh friendly ' +
      'generally generate generated gone greatest grow grown handle hearing heart highest holding ' +
      "housing i'd identified identify implement improved improvements improving increased increasing " +
      'increasingly infrastructure initially input intended interested introduced issued items joint ' +
      'kept keys knew knows launch leads leaving legacy legislative liberal limit links listed listen ' +
      'looked lose loss lots loved maintain manage mass matching material materials maximum maybe ' +
      'measures messages miles mind minimum minority mix mode moment mother moved movement music nature ' +
      'negative neither newly none nor normal notes notice objects october offering ongoing opening ' +
      'opinion opposed opposition overall owners paper parents partner passing paths patterns paying ' +
      'perfect perform perhaps phone physical places plain planned planning played playing plus poll ' +
      'positions pre pretty price principles prior professional properly proposal prototype publicly ' +
      'pull purchase purpose raising rates reach reality recommended region regularly rejected relative ' +
      'remarks remember removed repeatedly represents requires respect respond responded responsibility ' +
      'returning rich rise roughly rule sales scale schools season seeing seek seem seemed seems send ' +
      "sensitive serving sets she's shift shortly shot showing shown signs situation son sought sound " +
      "sources speak speed state's steps stores stream structure students studies succeed suggest " +
      "target tech television terrorist tested therefore they've throw touch town transparency treated " +
      'trust tweeted twice typical typically unlike update updated updates valid valuable variety ' +
      "victory views vision voted votes voting wait watch we'll whatever willing winning wish world's " +
      "worst you've",
  },
  {
    share: 0.0221,
    words:
      "abroad abuse accepted accepts accurate acknowledged activists acts adds administration's admit " +
      'adopted advance advice affect affected afternoon agents aid aimed alongside announcement answers ' +
      'anywhere appeal applied applies applying approaches approval approved arrived assault assessment ' +
      'assistance assume authorities baby balance banks begun behalf believes bid bigger birth blame ' +
      'blood books bottom box brand breaking broad broke burden cache carried carry cash cast caught ' +
      'chain challenging charged charges cited citizenship civic clean client clients closer cold ' +
      'combined commit comparison compatible competition compliance complicated component comprehensive ' +
      'compromize concerned condition conduct conducted confirmed connection consequences considering ' +
      'contained contracts contributing contributions controlled controversy corporate count creation ' +
      'crime damage dangerous database dead deals deeply defeat define definition degree delivering ' +
      'denied depending depth desire device died direction disabled distributed diverse diversity ' +
      'domestic door doubt download dozen dozens draft dramatic drew drugs eat edge effects emerged ' +
      'enabled encourage encouraged ending ends engine enjoy era essential establish establishment ' +
      'estate evening everybody exact excellent excited executives exercize exit expert expertize ' +
      'explain explained explicitly extended extensive eye faces factors facts faith famous fan fans ' +
      'favor favorite february feed feeling fell female fewer fields fighting filed filled film finance ' +
      'findings finished flag flow folks follows foot forces forth framework friend fun funded funds ' +
      "gain games gathered gathering governments grew guarantee guidance gun guys happens haven't " +
      'headquarters healthy heavily heavy helpful herself holds homes hopes hot husband ignored images ' +
      'immediate implemented import importance impossible improvement incredibly indeed index influence ' +
      'informed innovative installed insurance integration interesting interests interviews investment ' +
      'keeps kinds knowing lawyer length lessons limits linked lived located locations machine mail ' +
      'maintained maintaining maintenance managed managers managing marketing massive matches matters ' +
      'meaning meaningful meanwhile meetings memory mentioned mid minor minute missing mixed mobile ' +
      'models myself newspaper nuclear numerous oil older opened originally outcome override packages ' +
      'pain parent partial parties performed personnel pick picture piece pilot placed pointed ' +
      'politicians pool poor portion possibly posted potentially prefer prepared presented prices print ' +
      'priority producing promizes promote promoting proof proper proposals protected proud prove ' +
      'proved purposes pushed pushing rally ran rare reached realize receiving recognize recommend ' +
      'recommendations reduced references referred referring reflect reform refused regardless ' +
      'regulations relatively releases relevant relief religion religious remained remaining remote ' +
      'replaced replacement reporting represent represented representing reputation researchers ' +
      'residents resolution resolve resolved responses revealed revenue rising risks robust roll root ' +
      'round runner schedule scientific scope script selected sell selling serves session shape shares ' +
      "sharing shooting shouldn't shut sides significantly sites sitting skin slow sold solve solving " +
      'somebody somewhat somewhere sort specify spokeswoman spot standing stands starts steel stood ' +
      'streams strength strongly struggle struggling student stuff subsequent successfully suggests ' +
      'supply supporter supposed surface surprize surprized sync talent talented talked talks task ' +
      "tasks taxes telling tells temporary tend terrorism they'll thinks threats thrown thus tiny tone " +
      'tough traffic transformation treat treatment trip truly truth turning unfortunately unit unknown ' +
      'unlikely urged v vast vehicles vendor vendors vital vulnerable waiting walk walls warned ' +
      'warnings watching weapons websites weekend weight whenever widespread wife worker worried worry ' +
      "worse wouldn't writes you'd",
  },
  {
    share: 0.0156,
    words:
      'absolutely acquired addressed addressing adopt adults advertizing advized advocates afford aged ' +
      'aggressive aim alleged analysts angry anyway apart app apparently approximately argue arm armed ' +
      'arms arrested artists aspects assess assist attached attended authors backing band barriers beat ' +
      'beautiful begins blamed blocks bodies bomb boost bought brief brings brother bugs buildings ' +
      'builds bunch cable camera cancer capabilities cards careful carefully catch causing chances ' +
      'checking choices chosen circumstances citizen claiming classic classified closing collapse ' +
      "combat combination comfortable commonly company's compare complexity concepts conclusion " +
      'confident connect connected constantly consumers consumption contributed contribution ' +
      'contributors controls conventional convert cool counter countless courts covered covers crash ' +
      'creative credit criminals crucial cutting cycle dark daughter dealing deaths debt deciding ' +
      'declare decline defended defending defining demands describing desk devices diet disagree ' +
      'disaster disclosure discover discrimination dismissed displayed distance distribution divided ' +
      'doctors documented dog dollar doors draw drawn driving dropped duty earn earned earnings ' +
      'ecosystem educational electronic emphasis employers enables encouraging endorsed endorsement ' +
      'engage enormous ensuring entering equipment escape essentially everywhere exception execute ' +
      'execution expanded expansion expectations experienced experiment explicit explore export exports ' +
      'exposed expression expressions extend extent external extraordinary eyes facilities facility ' +
      'factor failing fails fairly featured feels feet fifth fill finish fish flexibility flexible ' +
      'focusing formal formats formed founded frequent fueled functional fundamental gap gas girl ' +
      "government's greatly grounds guidelines guy handful handled happening harder hasn't header heat " +
      "here's highlight hire hiring historical honest hoped hoping hosting houses ideal ignore ill " +
      'imagine implementing increases incredible indicated indicates initiatives inspired institutions ' +
      'instructions intent intention interactions internally introduce invested investigate ' +
      'investigators involvement involving joining journey judgment kill laid launching layer lets ' +
      'letters listening load log logic losing magic mainstream makers male manner margin marked ' +
      'markets marks matched mental mention minimal miss mistake mistakes moderate modify momentum ' +
      'monthly mouth moves movie multi nationwide nearby necessarily negotiations nice nobody noting ' +
      'notion obtain obtained occur occurred occurs offices officially oldest onto operate operating ' +
      'opponents ordered org ourselves owned pace pair panel participants percentage performing ' +
      'permanent permission personally perspective philosophy photos pipeline pitch plastic plays ' +
      'polling pop portions possibility posts poverty powers prepare preparing presence presidency ' +
      'primaries primarily prison proceed produces profit programming progressive prominent promized ' +
      'prompted prospect protecting protest proven providers publish pulled quarter questioned racial ' +
      'radical ranking rapid rapidly raw reaching realized reasonable recession recognized reducing ' +
      'refuse regarding regional registered registration reject relationships releasing reliable rely ' +
      'repeat repeated requested requiring respectively restaurant restrictions resulting rival rivals ' +
      'roles safer sale saved saving scenes scheduled screen searching seat seats seconds sections ' +
      'select senators sending severe sexual shifted shopping signature similarly sit situations ' +
      'slightly smart solid species spread square stable stack stake stars stated static staying steady ' +
      'stopped storage stored strategic streets strict structured styles submitted suggesting ' +
      'suggestions suit suitable surrounding sustainable switch targeted targeting teachers teaching ' +
      'techniques thank threatened threatening ticket ties title topic totally trading tradition train ' +
      'transform transition trial triggered trouble turns unable unclear underlying understood ' +
      'unemployment unusual upper usual utility validate variables vehicle venture viable victims ' +
      "visiting volunteers wages walking waste we'd wealthy weather weekly welfare who's wind window " +
      "wing wins women's wonderful worldwide wrap writer",
  },
]
