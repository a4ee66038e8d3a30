// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QCoreApplication>
#include <QFileInfo>
#include <QSize>
#include <QStringList>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "app/cli/SaveText.h"
#include "app/cli/StyleOption.h"
#include "app/cli/Words.h"
#include "core/actions/FoundGroups.h"
#include "core/actions/MapData.h"
#include "core/actions/MapRings.h"
#include "core/actions/ViewQuestion.h"
#include "ui/base/Convert.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Theme.h"
#include "ui/models/MapInputs.h"
#include "ui/paint/MapExport.h"
#include "ui/paint/PageChoices.h"

namespace weavemap::cli {

namespace {

constexpr std::size_t kMostGroups = 8;

struct Wish
{
    actions::MapQuestion question;
    ui::MapPageView look = ui::MapPageView::board;
    std::string savedView;  ///< empty: none asked for
    actions::ViewLook said; ///< by it
    bool colourGiven = false;
};

/// The value of an option that `read` knows how to read, or wrong usage that says what may stand there.
template <class Read>
auto readValue(const Arguments& arguments, std::string_view option, const std::string& fallback, const Read& read,
               const QString& allowed) -> Got<typename decltype(read(QString()))::value_type>
{
    const std::string value = arguments.value(option).value_or(fallback);
    if (auto found = read(ui::toQString(value)))
        return *found;
    return badValue(option, value, allowed);
}

Done readPage(const Arguments& arguments, ui::MapPage& page)
{
    QStringList papers;
    for (const ui::pagechoices::Paper& paper : ui::pagechoices::papers())
        papers << paper.key;
    CLI_ASSIGN(const auto paper,
               readValue(arguments, "--page", "A4-landscape", ui::pagechoices::paperOf,
                         text("%1, each with -landscape or -portrait").arg(papers.join(QStringLiteral(", ")))));
    page.paper = paper.first;
    page.turn = paper.second;
    CLI_ASSIGN(page.names, readValue(arguments, "--names", "initials", ui::pagechoices::namesOf,
                                     QStringLiteral("full, initials, codes, hidden")));
    CLI_ASSIGN(page.marginsPt, readValue(arguments, "--margins", "normal", ui::pagechoices::marginsOf,
                                         text("normal, narrow, wide, or millimetres from 0 to 80")));
    CLI_ASSIGN(page.poster, readValue(arguments, "--poster", "1x1", ui::pagechoices::posterOf,
                                      text("sheets across and down, from 1x1 to 6x6")));
    if (!ui::pagechoices::leavesRoom(page))
        return wrongUsage(text("Such margins leave the map no room. Take smaller --margins or a larger --page."));
    page.subtitle = shown(arguments.value("--subtitle").value_or(""));
    page.legend = !arguments.has("--no-legend");
    page.transparent = arguments.has("--transparent");
    return {};
}

Got<Wish> wishOf(const Arguments& arguments)
{
    Wish wish;
    CLI_ASSIGN(wish.question.network, networkOptions(arguments));
    wish.question.anchor = today();
    if (arguments.has("--compare")) {
        CLI_ASSIGN(wish.question.compare, dateOption(arguments, "--compare", today()));
    }
    CLI_ASSIGN(const long long seed, wholeNumber(arguments, "--seed", 1, 0, 9'007'199'254'740'992LL));
    wish.question.seed = static_cast<std::uint64_t>(seed);
    if (arguments.has("--seed"))
        wish.question.places = actions::MapQuestion::Places::fresh;
    if (const auto view = arguments.value("--view")) {
        if (view->empty())
            return badValue("--view", *view, text("board, screen, or the name of a saved view"));
        if (*view == "screen")
            wish.look = ui::MapPageView::asOnScreen;
        else if (*view != "board")
            wish.savedView = *view;
    }
    if (const auto colour = arguments.value("--colour")) {
        wish.question.colourBy = *colour == "none" ? std::string() : *colour;
        wish.colourGiven = true;
    }
    if (const auto size = arguments.value("--size")) {
        wish.question.sizeBy = *size;
        wish.look = ui::MapPageView::asOnScreen;
    } else if (wish.look == ui::MapPageView::asOnScreen) {
        wish.question.sizeBy = "betweenness";
    }
    return wish;
}

/// Takes all that a saved view says, where the command line does not say otherwise.
Done takeSavedView(Wish& wish, const Arguments& arguments, store::Records& records)
{
    CLI_ASSIGN(const MapView view, actions::findView(records, wish.savedView));
    const actions::MapQuestion said = wish.question;
    // Where a view does not say how to colour, the map's usual way is taken; no colour is "".
    const std::string unsaid(1, '\n');
    wish.question.colourBy = unsaid;
    wish.question = actions::withViewSettings(std::move(wish.question), view.settings);
    wish.question.view = view.id;
    wish.said = actions::viewLook(view.settings);
    if (arguments.has("--ties"))
        wish.question.network.set = said.network.set;
    if (arguments.has("--with-staff"))
        wish.question.network.population = said.network.population;
    if (arguments.has("--on"))
        wish.question.date = said.network.on;
    wish.question.network.on = wish.question.date.value_or(said.network.on);
    if (arguments.has("--compare"))
        wish.question.compare = said.compare;
    if (arguments.has("--size"))
        wish.question.sizeBy = said.sizeBy;
    if (wish.colourGiven || wish.question.colourBy == unsaid)
        wish.question.colourBy = said.colourBy;
    else
        wish.colourGiven = true;
    // Who names a view asks for what it shows: sizes included.
    if (!wish.question.sizeBy.empty())
        wish.look = ui::MapPageView::asOnScreen;
    return {};
}

/// The field that tells groups apart best where nobody said which: the region, else the first column that names two to
/// eight groups and no people.
Result<std::string> usualColour(store::Records& records, Date on)
{
    WEAVEMAP_ASSIGN(const actions::NetworkData data, actions::readNetwork(records, on));
    for (const std::string& field : actions::usualColourFieldsOf(data)) {
        if (field == "kind" || field == "level")
            continue;
        std::vector<std::string> values;
        for (const auto& [person, value] : actions::valuesOfField(data, field))
            values.push_back(value);
        const std::size_t people = values.size();
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        // What everybody has to themselves (an id, an address) groups nobody.
        if (field == "region" || (values.size() > 1 && values.size() <= kMostGroups && values.size() < people))
            return field;
    }
    return data.ties.empty() ? std::string() : std::string(actions::kFoundGroups);
}

/// The fields that `asked` means: the one of `fields` that is written so, else those that people read so ("Mentor" for
/// "attribute:Mentor"), else those that differ in capitals only.
std::vector<std::string> fieldsCalled(const std::string& asked, const std::vector<std::string>& fields)
{
    if (std::find(fields.begin(), fields.end(), asked) != fields.end())
        return {asked};
    const QString name = ui::toQString(asked);
    std::vector<std::string> called;
    for (const auto sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (const std::string& field : fields)
            if (name.compare(ui::fieldName(field), sensitivity) == 0 ||
                name.compare(ui::toQString(field), sensitivity) == 0)
                called.push_back(field);
        if (!called.empty())
            break;
    }
    return called;
}

/// The field that was asked for: one that somebody has a value in; else what every person can have, though nobody
/// does. Error: missingColumn with those there are. Fails, too, where several are called so.
Got<std::string> fieldAsked(store::Records& records, const actions::MapQuestion& question)
{
    if (question.colourBy.empty())
        return std::string();
    CLI_ASSIGN(const actions::NetworkData data, actions::readNetwork(records, question.network.on));
    const std::vector<std::string> fields = actions::fieldsOf(data);
    std::vector<std::string> called = fieldsCalled(question.colourBy, fields);
    if (called.empty())
        called = fieldsCalled(question.colourBy,
                              {"region", "role", "organization", "level", "kind", std::string(actions::kFoundGroups)});
    if (called.size() == 1)
        return called.front();
    if (called.empty()) {
        std::vector<std::string> args{question.colourBy};
        args.insert(args.end(), fields.begin(), fields.end());
        return same(Error(ErrorCode::missingColumn, std::move(args)));
    }
    QStringList names;
    for (const std::string& field : called)
        names << shown(field);
    return notDone(text("More than one column is called %1. Write the one you mean as it stands here: %2.")
                       .arg(inQuotes(question.colourBy), names.join(QStringLiteral(", "))));
}

Result<QString> networkName(ReadableFile& file, const std::string& path)
{
    WEAVEMAP_ASSIGN(const auto name, file.records().views.fact("name"));
    return name ? ui::toQString(*name) : QFileInfo(ui::pathText(pathOf(path))).completeBaseName();
}

nlohmann::ordered_json answerOf(const actions::MapData& map, const std::string& file)
{
    nlohmann::ordered_json answer{{"people", map.people.size()}, {"ties", map.ties.size()}, {"file", file}};
    if (map.compared) {
        const auto counts = [](const actions::ChangeCounts& changed) {
            return nlohmann::ordered_json{{"new", changed.fresh}, {"lost", changed.lost}, {"kept", changed.kept}};
        };
        answer["from"] = std::min(map.network.on, *map.compared).toIso();
        answer["to"] = std::max(map.network.on, *map.compared).toIso();
        answer["tiesChanged"] = counts(map.tiesChanged);
        answer["peopleChanged"] = counts(map.peopleChanged);
    }
    return answer;
}

/// How fine a picture is, where that gives one that can be made.
Got<int> finenessOf(const Arguments& arguments, const ui::MapPage& page, const QString& suffix)
{
    CLI_ASSIGN(const long long dpi, wholeNumber(arguments, "--dpi", ui::kPictureDpi, ui::kLeastDpi, ui::kMostDpi));
    const QSize size = ui::pictureSize(page, static_cast<int>(dpi));
    if (suffix == QLatin1String("png") && std::max(size.width(), size.height()) > ui::kLargestPicture)
        return wrongUsage(text("A picture of %L1 by %L2 points is too large. Take a lower --dpi or a smaller page.")
                              .arg(size.width())
                              .arg(size.height()));
    return static_cast<int>(dpi);
}

/// The rest of what is asked, for which the file must be open.
Done readFromFile(Wish& wish, const Arguments& arguments, store::Records& records)
{
    if (!wish.savedView.empty())
        if (auto taken = takeSavedView(wish, arguments, records); !taken)
            return taken;
    if (auto taken = takeStyle(arguments, records, wish.question); !taken)
        return taken;
    if (!wish.colourGiven) {
        CLI_ASSIGN(wish.question.colourBy, usualColour(records, wish.question.network.on));
    } else if (arguments.has("--colour")) {
        CLI_ASSIGN(wish.question.colourBy, fieldAsked(records, wish.question));
    }
    return {};
}

/// The page of a map, with the choices of the command line and the words of a saved view.
ui::MapPage pageOf(const ui::MapPage& options, const Wish& wish, const Arguments& arguments,
                   const actions::MapSource& source, const actions::MapData& map, const QString& network)
{
    ui::MapPage page = ui::mapPage(map, network, shown(arguments.value("--title").value_or("")));
    page.paper = options.paper;
    page.turn = options.turn;
    page.marginsPt = options.marginsPt;
    page.poster = options.poster;
    page.transparent = options.transparent;
    page.legend = options.legend;
    page.names = options.names;
    page.view = wish.look;
    if (arguments.has("--subtitle"))
        page.subtitle = options.subtitle;
    if (!wish.said.caption.empty())
        page.caption = ui::captionWords(ui::toQString(wish.said.caption), source.data.people);
    return page;
}

Done runMap(const Arguments& arguments)
{
    const std::string& path = arguments.words().front();
    const QString out = ui::pathText(pathOf(arguments.words()[1]));
    const QString suffix = QFileInfo(out).suffix().toLower();
    if (suffix != QLatin1String("pdf") && suffix != QLatin1String("svg") && suffix != QLatin1String("png"))
        return wrongUsage(text("%1 must end in .pdf, .svg or .png.").arg(inQuotes(arguments.words()[1])));
    CLI_ASSIGN(Wish wish, wishOf(arguments));
    ui::MapPage options;
    if (auto read = readPage(arguments, options); !read)
        return read;
    CLI_ASSIGN(const int dpi, finenessOf(arguments, options, suffix));
    CLI_ASSIGN(const unsigned threads, threadsOption(arguments));

    if (auto free = mayWriteTo(arguments.words()[1], path); !free)
        return free;
    CLI_ASSIGN(ReadableFile file, openToRead(path));
    if (auto read = readFromFile(wish, arguments, file.records()); !read)
        return read;
    CLI_ASSIGN(const actions::MapSource source, actions::readMapSource(file.records(), wish.question));
    const RunContext run = runContext(threads);
    const auto map = actions::buildMap(source, wish.question, run);
    if (!map && map.error().code == ErrorCode::unknownMeasure && arguments.has("--size"))
        return wrongUsage(ui::errorSentence(map.error()));
    if (!map)
        return same(map.error());

    CLI_ASSIGN(const QString network, networkName(file, path));
    const ui::Theme& print = ui::Theme::print();
    ui::MapInput input = ui::mapInput(*map, print, actions::ringsOf(source, wish.question, *map));
    input.style.hulls = wish.said.board || wish.said.hulls.value_or(input.style.hulls);
    input.style.fog = !wish.said.board && !input.isRolledUp && wish.said.fog.value_or(input.style.fog);
    const ui::MapPage page = pageOf(options, wish, arguments, source, *map, network);
    if (auto exported = ui::exportMap(page, input, ui::mapColors(print), out, run, dpi); !exported)
        return same(exported.error());
    if (arguments.has("--json"))
        return printJson(answerOf(*map, arguments.words()[1]));
    return {};
}

constexpr OptionSpec kOptions[]{{"--view", Takes::value},
                                {"--page", Takes::value},
                                {"--margins", Takes::value},
                                {"--poster", Takes::value},
                                {"--title", Takes::value},
                                {"--subtitle", Takes::value},
                                {"--names", Takes::value},
                                {"--no-legend"},
                                {"--transparent"},
                                {"--dpi", Takes::value},
                                {"--on", Takes::value},
                                {"--compare", Takes::value},
                                {"--seed", Takes::value},
                                {"--ties", Takes::value},
                                {"--with-staff"},
                                {"--colour", Takes::value},
                                {"--size", Takes::value},
                                {"--style", Takes::value},
                                {"--around", Takes::value},
                                {"--threads", Takes::value},
                                {"--json"}};

} // namespace

const Command kMapCommand{
    "map",
    QT_TRANSLATE_NOOP("Terminal", "Draws the map on a page."),
    "map FILE OUT.pdf|.svg|.png [--view board|screen|NAME] [--page A4-landscape] "
    "[--margins normal|narrow|wide|MM] [--poster 2x2] [--title T] [--subtitle T] [--names full|initials|codes|hidden] "
    "[--no-legend] [--transparent] [--dpi N] [--on DATE] [--compare DATE] [--seed S] [--ties "
    "awareness|exchange|collaboration|all] "
    "[--with-staff] [--colour FIELD|none] [--size MEASURE] [--style clusters|distances|around|groups|circle] "
    "[--around NAME] [--threads N] [--json]",
    kOptions,
    2,
    2,
    runMap,
    Needs::fonts};

} // namespace weavemap::cli
