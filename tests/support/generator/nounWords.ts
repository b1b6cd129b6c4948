/** Written by hand, the commoner ones first: their order gives their frequency. */
export const NOUNS = `
year day time week city people group house family state month case report school number court area plan company country
office member part question law place officer record service team fact street problem hour reason morning night evening
program leader council department child woman man mother father friend worker official agency decision report vote
election issue hospital project budget building community market price business road car student teacher neighbour
minister mayor judge lawyer witness investigation hearing trial charge claim statement letter document interview photograph
video meeting room door window wall bridge river harbour coast island mountain valley forest field farm village town
storm flood fire rain wind snow winter summer season weather water power light gas oil coal energy engine machine
factory mill mine ship boat ferry train station bus driver passenger ticket journey line route track tunnel airport
plane flight pilot crew captain soldier army force war peace treaty border refugee camp shelter aid charity volunteer
donation fund bank loan debt tax income wage job union strike contract deal offer bid share owner investor customer
product shop store kitchen table chair bed garden tree flower grass animal dog cat horse cow sheep bird fish
doctor nurse patient disease infection vaccine drug treatment clinic ambulance surgeon operation test result study
researcher scientist professor university college library museum theatre film song music band concert festival artist
painter writer book story page word language name voice phone message newspaper journalist editor reader camera screen
computer network system software password signal satellite laboratory experiment instrument measurement sample
crime police detective suspect prisoner prison guard weapon knife bullet wound death victim funeral grave church priest
bishop temple prayer faith belief idea opinion argument debate speech promise warning threat danger risk accident
crash injury damage repair cost delay failure error mistake success victory defeat game match player coach goal
champion league stadium crowd fan audience visitor tourist hotel restaurant waiter menu meal bread cheese wine beer
fruit apple potato onion sugar salt flour oven harvest crop seed soil pesticide field drought well pump pipe dam
reservoir lake canal dock crane container cargo warehouse truck trailer wheel tyre brake fuel petrol garage
mechanic carpenter plumber electrician builder architect tenant landlord rent lease mortgage estate property roof
chimney ceiling floor stair basement attic fence gate lane square park playground bench statue monument castle tower
palace ruin archive map coin stamp medal flag anthem parade ceremony wedding birthday anniversary guest gift
president governor senator ambassador delegate candidate campaign party coalition parliament committee chairman
secretary treasurer clerk inspector auditor commissioner sheriff ranger sergeant colonel general regiment veteran
pension insurance premium policy clause reform bill amendment statute regulation licence permit fine penalty appeal
verdict jury bail sentence parole evidence proof clue motive alibi fingerprint autopsy coroner lawsuit settlement
complaint petition protest demonstration march riot curfew arrest raid search rescue diver helicopter siren alarm
neighbourhood district county province region nation continent ocean beach cliff cave desert glacier volcano
earthquake landslide avalanche hurricane tornado thunder lightning fog frost heatwave temperature climate carbon
emission pollution waste landfill recycling sewage toxin asbestos mercury lead chemical acid metal steel copper
gold silver diamond jewel necklace ring watch clock mirror lamp candle blanket coat shoe hat glove uniform
badge helmet rope ladder hammer nail saw drill paint brush canvas sculpture gallery curator exhibition poem novel
chapter verse rhyme melody violin piano trumpet drum choir orchestra conductor dancer stage actor actress director
script scene episode channel broadcast presenter listener subscriber headline column cartoon rumour gossip secret
spy traitor hostage ransom kidnapping smuggler pirate thief burglar forger fraud bribe scandal cover inquiry
whistle referee umpire racket ball net glove bat pitch court ski sledge bicycle helmet saddle rider jockey stable
kennel vet litter puppy kitten wolf bear fox deer otter beaver seal whale dolphin shark salmon herring trout crab
lobster oyster gull eagle hawk owl raven sparrow swallow heron stork goose duck hen rooster feather nest egg
beetle moth bee wasp ant spider worm snail mushroom fern moss oak elm birch pine willow maple cedar orchard vineyard
meadow hedge ditch marsh swamp creek waterfall pond puddle shore tide wave current reef lagoon peninsula strait
lighthouse buoy anchor sail mast deck cabin rudder keel hull shipyard wharf jetty pier quay ballast tanker trawler
grandmother grandfather uncle aunt cousin nephew niece brother sister daughter son widow orphan twin toddler teenager
pensioner apprentice trainee intern colleague rival partner founder manager director accountant cashier porter cleaner
janitor gardener butcher baker tailor barber miner logger weaver potter smith mason glazier courier postman
signature envelope parcel invoice receipt ledger voucher cheque wallet purse basket bucket barrel bottle jar kettle
stove fridge freezer cupboard shelf drawer carpet curtain cushion pillow towel soap razor comb needle thread button
pocket sleeve collar scarf boot sandal umbrella suitcase backpack tent compass telescope microscope thermometer
battery cable socket fuse lever valve piston turbine generator transformer antenna sensor robot keyboard printer
`

/** Words for what people are by office, put before or after their names. */
export const OFFICES = `mayor|governor|judge|professor|sergeant|captain|minister|senator|bishop|inspector|commissioner|doctor|colonel`
/** What people are; whereof is drawn. */
export const CALLINGS = `a neighbour|an engineer|the secretary|a lawyer|a spokeswoman|a nurse|the chief|an eyewitness|a historian|the owner|a driver|the deputy
|a member|the director|a farmer|an officer|a teacher|the magistrate|the keeper|a former member|an economist|the founder|a volunteer|the editor|a clerk|the author
|a veteran|the chairwoman|a resident|the head`

/** Halves of compounds: each first half may stand before each second half. */
export const COMPOUND_FIRST = `sea|river|stone|snow|storm|wood|salt|iron|copper|glass|wind|rail|school|court|market|night|coal|fish|grain|mill|brick|ice|sand|field|work`
export const COMPOUND_SECOND = `keeper|wall|bed|yard|bank|work|path|light|gate|house|maker|ground|side|line|stack|guard|mark|trap|shed`
