// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/Lexicon.h"

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace weavemap::weaving {

namespace {

/// Regular verbs, each by its base.
constexpr std::string_view kRegular =
    "work talk chat help ask learn pick swap trade share exchange compare rely lean depend count turn email phone call "
    "text "
    "visit connect introduce collaborate coteach co-present co-plan co-host partner "
    "team plan "
    "start launch organize organise develop design create coordinate support coach mentor advise consult borrow "
    "pass hand walk bump bounce follow recognize want need look search wish hope love like offer host open "
    "present demonstrate provide donate review judge translate facilitate store train tutor invite remind thank check "
    "mail "
    "forward post schedule book owe promise try add hook arrange prepare print drop report reply answer return update "
    "confirm register order pay fix finish use watch observe struggle lack appreciate welcome benefit attend join "
    "travel "
    "afford stay prevent stop live move graduate retire laugh mention claim explain quote believe doubt wonder guess "
    "suppose suggest recommend seem sound appear decide agree refuse decline manage serve trust admire "
    "credit contact message ping wave drift carpool commute discuss gather attempt apply enjoy miss care raise "
    "brainstorm revise pilot test collect contribute supply loan deliver perform guide warn treat play name cover "
    "complain worry sign study stack ship fetch revisit copy cc loop pair match nudge chase scan "
    "adopt reuse shadow hunt quit paint film record rehearse research redesign publish compose direct renovate "
    "volunteer grade score assist enlist involve volunteer coauthor co-author co-chair chair draft bond click cross "
    "circle touch reach inherit release allow approve conflict clash overlap suit fit skip justify figure track tackle "
    "handle solve improve encourage push challenge nominate assign onboard sponsor gossip vent debrief huddle confer "
    "liaise network mingle socialize dine hike nurture inspire convince persuade recruit rope drag fill complete "
    "submit upload download type process refund renew reschedule cancel postpone investigate explore outline "
    "summarize edit establish expand pioneer spearhead propose fundraise receive earn secure mind bother rescue save "
    "listen consider intend aim expect require crave miss worry dread hate prefer participate engage pop juggle "
    "squeeze charge reimburse respond acknowledge compile assemble locate imitate interview survey co-facilitate "
    "co-found co-direct co-coach co-design co-develop co-moderate co-sponsor co-organize co-organise apologize "
    "congratulate greet remember notice realize rave subscribe facilitate moderate mock recite room carry pull "
    "consult value respect rate confide intern apprentice shield unite combine merge reconnect reunite gel steer "
    "proofread critique double-check vouch cheer-lead champion chip undertake sort nominate revamp demo intro drown "
    "resign pencil reserve "
    "commit pace "
    "overhaul redo";

/// Irregular ones: base, past, participle.
constexpr std::array<std::array<std::string_view, 3>, 90> kIrregular{{
    {"meet", "met", "met"},
    {"know", "knew", "known"},
    {"hear", "heard", "heard"},
    {"speak", "spoke", "spoken"},
    {"see", "saw", "seen"},
    {"go", "went", "gone"},
    {"get", "got", "got"},
    {"give", "gave", "given"},
    {"lend", "lent", "lent"},
    {"teach", "taught", "taught"},
    {"show", "showed", "shown"},
    {"send", "sent", "sent"},
    {"take", "took", "taken"},
    {"find", "found", "found"},
    {"lose", "lost", "lost"},
    {"run", "ran", "run"},
    {"lead", "led", "led"},
    {"write", "wrote", "written"},
    {"build", "built", "built"},
    {"make", "made", "made"},
    {"put", "put", "put"},
    {"say", "said", "said"},
    {"tell", "told", "told"},
    {"think", "thought", "thought"},
    {"come", "came", "come"},
    {"keep", "kept", "kept"},
    {"bring", "brought", "brought"},
    {"do", "did", "done"},
    {"let", "let", "let"},
    {"set", "set", "set"},
    {"sit", "sat", "sat"},
    {"read", "read", "read"},
    {"ring", "rang", "rung"},
    {"begin", "began", "begun"},
    {"become", "became", "become"},
    {"leave", "left", "left"},
    {"feel", "felt", "felt"},
    {"drive", "drove", "driven"},
    {"grow", "grew", "grown"},
    {"rise", "rose", "risen"},
    {"buy", "bought", "bought"},
    {"pay", "paid", "paid"},
    {"swear", "swore", "sworn"},
    {"hold", "held", "held"},
    {"stand", "stood", "stood"},
    {"throw", "threw", "thrown"},
    {"seek", "sought", "sought"},
    {"spend", "spent", "spent"},
    {"catch", "caught", "caught"},
    {"choose", "chose", "chosen"},
    {"eat", "ate", "eaten"},
    {"forget", "forgot", "forgotten"},
    {"understand", "understood", "understood"},
    {"draw", "drew", "drawn"},
    {"have", "had", "had"},
    {"be", "was", "been"},
    {"win", "won", "won"},
    {"fall", "fell", "fallen"},
    {"hit", "hit", "hit"},
    {"hang", "hung", "hung"},
    {"ride", "rode", "ridden"},
    {"stick", "stuck", "stuck"},
    {"strike", "struck", "struck"},
    {"deal", "dealt", "dealt"},
    {"sell", "sold", "sold"},
    {"steal", "stole", "stolen"},
    {"swing", "swung", "swung"},
    {"dig", "dug", "dug"},
    {"sing", "sang", "sung"},
    {"cost", "cost", "cost"},
    {"shake", "shook", "shaken"},
    {"overhear", "overheard", "overheard"},
    {"rewrite", "rewrote", "rewritten"},
    {"oversee", "oversaw", "overseen"},
    {"rebuild", "rebuilt", "rebuilt"},
    {"split", "split", "split"},
    {"feed", "fed", "fed"},
    {"lay", "laid", "laid"},
    {"wear", "wore", "worn"},
    {"fight", "fought", "fought"},
    {"break", "broke", "broken"},
    {"cut", "cut", "cut"},
    {"mean", "meant", "meant"},
    {"co-teach", "co-taught", "co-taught"},
    {"team-teach", "team-taught", "team-taught"},
    {"co-lead", "co-led", "co-led"},
    {"co-write", "co-wrote", "co-written"},
    {"co-run", "co-ran", "co-run"},
    {"undertake", "undertook", "undertaken"},
    {"sleep", "slept", "slept"},
}};

bool isVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// "swap", "plan", "run": one syllable that ends in one vowel and one consonant doubles its last letter.
bool doubles(std::string_view base)
{
    const std::size_t n = base.size();
    if (n < 3 || isVowel(base[n - 1]) || std::string_view("wxy").find(base[n - 1]) != std::string_view::npos ||
        !isVowel(base[n - 2]) || isVowel(base[n - 3]))
        return false;
    std::size_t vowels = 0;
    for (const char c : base)
        vowels += isVowel(c) ? 1 : 0;
    return vowels == 1;
}

class Verbs
{
public:
    Verbs()
    {
        for (std::size_t at = 0; at < kRegular.size();) {
            const std::size_t end = std::min(kRegular.find(' ', at), kRegular.size());
            const std::string_view base = kRegular.substr(at, end - at);
            addRegular(base);
            add(base, past(base), VerbForm::past);
            add(base, past(base), VerbForm::participle);
            addBritish(base);
            at = end + 1;
        }
        for (const auto& [base, past, participle] : kIrregular) {
            addRegular(base);
            add(base, std::string(past), VerbForm::past);
            add(base, std::string(participle), VerbForm::participle);
        }
        add("get", "gotten", VerbForm::participle);
        add("learn", "learnt", VerbForm::past);
        add("learn", "learnt", VerbForm::participle);
        add("be", "is", VerbForm::third);
        add("be", "are", VerbForm::base);
        add("be", "were", VerbForm::past);
        add("have", "has", VerbForm::third);
    }
    Verb find(const std::string& word) const
    {
        const auto found = m_forms.find(word);
        return found == m_forms.end() ? Verb{} : found->second;
    }

private:
    void add(std::string_view lemma, const std::string& word, VerbForm form)
    {
        Verb& verb = m_forms[word];
        if (verb.lemma.empty())
            verb.lemma = lemma;
        if (verb.lemma == lemma)
            verb.forms |= static_cast<unsigned>(form);
    }
    /// "pencilled", "travelling"
    void addBritish(std::string_view base)
    {
        const std::size_t n = base.size();
        if (n < 5 || base[n - 1] != 'l' || !isVowel(base[n - 2]) || isVowel(base[n - 3]))
            return;
        const std::string stem = std::string(base) + 'l';
        add(base, stem + "ed", VerbForm::past);
        add(base, stem + "ed", VerbForm::participle);
        add(base, stem + "ing", VerbForm::ing);
    }
    void addRegular(std::string_view base)
    {
        const std::string stem(base);
        const char last = base.back(), before = base.size() > 1 ? base[base.size() - 2] : 'a';
        const bool hisses =
            last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 'c' || before == 's'));
        add(base, stem, VerbForm::base);
        if (last == 'y' && !isVowel(before))
            add(base, stem.substr(0, stem.size() - 1) + "ies", VerbForm::third);
        else
            add(base, stem + (hisses || base == "go" || base == "do" ? "es" : "s"), VerbForm::third);
        if (last == 'e' && before != 'e' && base != "be")
            add(base, stem.substr(0, stem.size() - 1) + "ing", VerbForm::ing);
        else
            add(base, (doubles(base) || base == "begin" || base == "forget" ? stem + last : stem) + "ing",
                VerbForm::ing);
    }
    static std::string past(std::string_view base)
    {
        const std::string stem(base);
        const char last = base.back(), before = base.size() > 1 ? base[base.size() - 2] : 'a';
        if (last == 'e')
            return stem + 'd';
        if (last == 'y' && !isVowel(before))
            return stem.substr(0, stem.size() - 1) + "ied";
        return (doubles(base) ? stem + last : stem) + "ed";
    }

    std::unordered_map<std::string, Verb> m_forms;
};

std::string_view wordsOf(WordClass wordClass)
{
    switch (wordClass) {
    case WordClass::determiner:
        return "a an the my your his her its our their this these those some any no another each every which whose";
    case WordClass::auxiliary:
        return "has have had having is are was were be been being am do does did 's 've 're 'm will 'll shall used to "
               "got "
               "keep keeps kept started starts";
    case WordClass::modal:
        return "might may could would should must 'd can will 'll shall to";
    case WordClass::adverb:
        return "also still now already just only really often always sometimes usually mostly never not both all each "
               "herself himself themselves myself ever even once twice since first recently lately finally actually "
               "again "
               "mainly rarely regularly currently gladly happily even then so too soon later probably almost nearly "
               "quite "
               "definitely certainly kindly please together either half basically apparently honestly simply sure "
               "hardly "
               "barely "
               "briefly quickly quietly weekly daily monthly then afterwards meanwhile though well yet long over";
    case WordClass::negation:
        return "not never neither nor nobody none without hardly barely no";
    case WordClass::time:
        return "today tomorrow yesterday week weeks month months year years morning mornings afternoon evening "
               "evenings night "
               "day days spring summer fall autumn winter term semester january february march april may june july "
               "august "
               "september october november december monday tuesday wednesday thursday friday saturday sunday mondays "
               "tuesdays wednesdays thursdays fridays saturdays sundays weekend weekends weekday weeknights lunch "
               "everyday hour hours minute minutes time times jan feb apr jun jul aug sept sep oct nov dec tues thurs "
               "fri";
    case WordClass::role:
        return "colleague colleagues friend friends coach principal teacher neighbor neighbour mentor mentee partner "
               "head assistant aide librarian counselor counsellor deputy boss predecessor successor roommate buddy "
               "co-teacher coteacher teammate coworker co-worker coordinator director specialist instructor tutor "
               "student intern trainee newcomer member named called "
               "guy "
               "woman man person lady chair";
    case WordClass::title:
        return "mr mrs ms mx dr prof professor sr sra miss coach principal";
    case WordClass::place:
        return "elementary school schools ave avenue street st station middle high ms hs es academy college university "
               "road rd "
               "park center centre hall district county library institute hospital church museum city town valley "
               "boulevard "
               "blvd drive lane building room campus hotel airport bridge beach lake river island hill hills mall "
               "primary "
               "secondary prep foundation association charter isd usd unified lab labs project circle group team club "
               "network fund grant grants guide day";
    case WordClass::common:
        return "a about after again all also an and any april are art as ask at august autumn back bad bank banks bay "
               "be been "
               "best big bill black blue bond book books booker both brook brooks brown bush but buy by call came can "
               "card "
               "care carol case cash chance charity chase chip christian church class clay cliff cook cool could cross "
               "crystal "
               "daisy dale date dawn day days dean do does done down drew early east easter eve even ever every faith "
               "fall "
               "family fern few field fields fine first fisher for ford forest found fox frank free friday from gene "
               "german "
               "get gift gifts ginger give glad glen go gone good grace grant gray great green grey group guy had hall "
               "happy "
               "harmony has have he heather help her here hi high hill him his home hope how hunt hunter i if in ink "
               "iris ale cat dot kit peg vale "
               "is it ivy jack jade january jewel joy july june just keen kept king knight know lake lance lane last "
               "late "
               "left let like lily little long love low mark marks market march mason mat maybe may mean melody merit "
               "met "
               "mild miles mill miller monday money moody moon more most much must my new next nice no noble none norm "
               "north "
               "not note nothing now of off office oh ok old olive on once one only open or other our out over own "
               "page park "
               "parks part pat patience pearl pen penny pike place please pool poor post potter power prince price "
               "promise "
               "quick quill rain ray read ready reed rich right rise river rivers rob robin rock rose round ruby rush "
               "sage "
               "said sandy saturday saw say school see sharp she short should sing singer sky small smith so some soon "
               "south "
               "spring star start stay steel still stone storm strong such sue summer sun sunday sunny sure swift tab "
               "tad "
               "take tall talk taylor tell temple test thanks that the their them then there these they thing this "
               "thursday "
               "time to today too took town true try tuesday turner two under up us very violet wade walk walker wall "
               "wallace want ward was water waters way we webb wednesday week weeks well went were west what when "
               "where "
               "which white who why wild will willow winter wise with wood woods work worth would wright year years "
               "yes "
               "yesterday you young your zoom english math maths science history music spanish french arabic welsh "
               "portuguese german italian chinese mandarin japanese korean hindi urdu somali vietnamese russian "
               "ukrainian polish turkish latin greek hebrew hmong tagalog creole haitian american british european "
               "african asian canadian mexican indian irish scottish "
               "dual "
               "language reading writing social studies fellowship institute retreat conference summit regional "
               "national "
               "north district board office state council committee lesson lessons unit units grade teacher teachers "
               "kids "
               "students great lab circle workshop training meeting minutes present form reply name subject date need "
               "needs offer offers barrier barriers ties intro energy mood next panelists panel room table todo wants "
               "assistant head deputy coordinator instructional chief president vice manager director asked "
               "works work told says really quick video call dinner lunch coffee debrief caught overheard speed later "
               "neither nor both either without within despite unlike according between among except since while "
               "whereas although though because "
               "perhaps maybe however anyway nothing nobody everyone everybody someone somebody anyone anybody "
               "yesterday tonight "
               "google classroom canvas teams slack facebook linkedin advanced placement core olympiad olympics "
               "special education "
               "generation standards curriculum union superintendent department thanksgiving christmas halloween "
               "academy "
               "title open house book bus show fair festival week summer "
               "attendance cost dues fees email mail promised sounded looking works relies reached leans goes turns "
               "shares";
    case WordClass::preposition:
        return "in at on from with for about of by to since until till during after before because when where while "
               "than as "
               "into over under through near around between without who whose which that so but and or if again this "
               "last next "
               "every each most once twice now today tomorrow yesterday two three four five six too then already "
               "instead via "
               "each together lately recently there";
    case WordClass::somebody:
        return "someone somebody anyone anybody person people other others another colleagues teachers schools";
    case WordClass::vague:
        return "nothing something anything everything help it that this them him her much more less time nobody us me "
               "any "
               "everyone anymore to";
    }
    return {};
}

class Classes
{
public:
    Classes()
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            const std::string_view list = wordsOf(static_cast<WordClass>(i));
            for (std::size_t at = 0; at < list.size();) {
                const std::size_t end = std::min(list.find(' ', at), list.size());
                m_words[i].emplace(list.substr(at, end - at));
                at = end + 1;
            }
        }
    }
    bool holds(WordClass wordClass, const std::string& word) const
    {
        return m_words[static_cast<std::size_t>(wordClass)].contains(word);
    }

private:
    std::array<std::unordered_set<std::string>, static_cast<std::size_t>(WordClass::vague) + 1> m_words;
};

} // namespace

Verb verbOf(const std::string& word)
{
    static const Verbs kVerbs;
    return kVerbs.find(word);
}

bool isA(WordClass wordClass, const std::string& word)
{
    static const Classes kClasses;
    return kClasses.holds(wordClass, word);
}

} // namespace weavemap::weaving
