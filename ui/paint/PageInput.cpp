// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PageInput.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include <QStringList>

#include "ui/paint/GroupNames.h"
#include "ui/paint/LeavingInput.h"
#include "ui/paint/LeavingWords.h"
#include "ui/paint/PaintWords.h"
#include "ui/paint/PersonLook.h"

namespace weavemap::ui {

namespace {

constexpr std::size_t kFewPeople = 150; ///< of whom everybody has their initials or code
constexpr std::size_t kMostCentres = 3; ///< that are named, and not counted

/// As on their discs; of those who are named nowhere nothing.
QStringList namesOf(const MapInput& leaving, const std::vector<std::uint32_t>& people)
{
    const std::vector<int> codes = codeNumbers(leaving);
    QStringList names;
    for (const std::uint32_t at : people) {
        const MapPerson& person = leaving.people[at];
        ShownAs shown = shownAs(leaving.style.names, person.consent, leaving.style.purpose);
        if (!isPerson(person.shape) && (shown == ShownAs::initials || shown == ShownAs::code))
            shown = ShownAs::full;
        if (const QString name = shownName(shown, person.name, person.initials, codes[at]); !name.isEmpty())
            names.append(name);
    }
    return names;
}

} // namespace

void keepLit(MapInput& leaving, const MapFocus& focus)
{
    const auto isThere = [&](std::uint32_t at) {
        if (at >= leaving.people.size())
            return false;
        const MapPerson& person = leaving.people[at];
        return !person.hidden && person.mayLeave &&
               shownAs(leaving.style.names, person.consent, leaving.style.purpose) != ShownAs::leftOut;
    };
    if (focus.path.size() > 1 && std::all_of(focus.path.begin(), focus.path.end(), isThere))
        leaving.focus.path = focus.path;
    if (focus.circle < 0 || focus.circleSteps < 1)
        return;
    std::vector<std::uint32_t> all{static_cast<std::uint32_t>(focus.circle)}, centres;
    all.insert(all.end(), focus.circleWith.begin(), focus.circleWith.end());
    std::copy_if(all.begin(), all.end(), std::back_inserter(centres), isThere);
    if (centres.empty())
        return;
    leaving.focus.circle = static_cast<int>(centres.front());
    leaving.focus.circleWith.assign(centres.begin() + 1, centres.end());
    leaving.focus.circleSteps = focus.circleSteps;
}

QString litWords(const MapInput& leaving)
{
    const MapFocus& focus = leaving.focus;
    if (focus.path.size() > 1) {
        const QStringList ends = namesOf(leaving, {focus.path.front(), focus.path.back()});
        return PaintWords::pathBetween(ends.size() == 2 ? ends : QStringList(),
                                       static_cast<int>(focus.path.size()) - 1);
    }
    if (focus.circle < 0)
        return {};
    std::vector<std::uint32_t> centres{static_cast<std::uint32_t>(focus.circle)};
    centres.insert(centres.end(), focus.circleWith.begin(), focus.circleWith.end());
    const QStringList names = namesOf(leaving, centres);
    const bool areNamed = names.size() == static_cast<qsizetype>(centres.size()) && centres.size() <= kMostCentres;
    return PaintWords::circleOf(areNamed ? names : QStringList(), static_cast<int>(centres.size()), focus.circleSteps);
}

MapInput inputOnPage(const MapPage& page, const MapInput& input, const MapColors& print)
{
    MapInput out = input;
    out.focus = {};
    out.style.colors = print;
    out.style.names = page.names;
    out.style.purpose = page.purpose == MapPurpose::screen ? MapPurpose::staffExport : page.purpose;
    out.style.arrows = MapArrows::always;
    out.style.labels = looksOf(out, 1).drawn <= kFewPeople ? MapLabels::everyone : MapLabels::fitting;
    if (page.view == MapPageView::board)
        forgetFigures(out);
    keepLit(out, input.focus);
    LeavingWords words(page.names, out.style.purpose);
    keepWhatLeaves(out, words);
    return out;
}

QString filterWords(const MapInput& leaving)
{
    QStringList sentences;
    for (const MapFilterWords& filter : leaving.filters) {
        QStringList values;
        for (const MapWords& value : filter.values)
            values.append(value.text);
        if (!values.isEmpty())
            sentences.append(PaintWords::onlyWith(filter.field.text, values));
    }
    return sentences.join(QStringLiteral(". "));
}

QString footnoteOf(const MapPage& page, const MapInput& input, const MapPicture& picture, int unnamed)
{
    QStringList sentences;
    if (!page.footnote.isEmpty())
        sentences.append(page.footnote);
    const bool hasStricter = std::any_of(input.people.begin(), input.people.end(), [&](const MapPerson& person) {
        const ShownAs shown = shownAs(page.names, person.consent, input.style.purpose);
        return !person.hidden && shown != ShownAs::leftOut && static_cast<int>(shown) > static_cast<int>(page.names);
    });
    const bool saysValues = input.labelBy == MapLabelBy::value && page.names != NamesPolicy::hidden;
    sentences.append(saysValues ? PaintWords::labelledBySentence(input.labelTitle)
                                : PaintWords::namesSentence(page.names, hasStricter));
    if (unnamed > 0 && !saysValues)
        sentences.append(PaintWords::unnamedSentence(page.names, unnamed));
    if (page.view == MapPageView::board)
        sentences.append(PaintWords::sameSizeSentence());
    else if (input.style.sizes == MapSizes::byMeasure && !input.sizeTitle.isEmpty())
        sentences.append(PaintWords::asOnScreenSentence(input.sizeTitle));
    if (!input.shades.empty())
        sentences.append(PaintWords::shadedSentence(input.colourTitle));
    if (input.areSecondsFigures && !input.seconds.empty() && input.secondTitle != input.colourTitle)
        sentences.append(PaintWords::ringedSentence(input.secondTitle));
    if (const QString only = filterWords(input); !only.isEmpty() && !page.subtitle.contains(only))
        sentences.append(only + QLatin1Char('.'));
    if (!picture.caption.isEmpty())
        sentences.append(picture.caption.join(QStringLiteral("; ")) + QLatin1Char('.'));
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace weavemap::ui
