// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/HelpBox.h"

#include <QCoreApplication>
#include <QList>
#include <QScreen>
#include <QString>
#include <QWidget>

#include "ui/base/Dialogs.h"

namespace weavemap::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("HelpBox", text); }

constexpr int kTwoColumnsFrom = 760; // px of the screen: on a narrower one the headings stand below each other

struct Key
{
    QString keys;
    QString does;
};

/// A heading, and under it what each key does.
QString section(const QString& heading, const QList<Key>& keys)
{
    QString rows;
    for (const Key& key : keys)
        rows += QStringLiteral("<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>")
                    .arg(key.keys.toHtmlEscaped(), key.does.toHtmlEscaped());
    return QStringLiteral("<p style='margin:0 0 4px 0'><b>%1</b></p><table cellspacing='0'>%2</table>")
        .arg(heading.toHtmlEscaped(), rows);
}

} // namespace

void showKeys(Dialogs& dialogs, QWidget* parent)
{
    const QString everywhere = section(tr("Everywhere"), {{tr("Ctrl+L"), tr("log a call")},
                                                          {tr("Ctrl+K"), tr("find")},
                                                          {tr("Ctrl+1 to 5, Ctrl+7"), tr("places")},
                                                          {tr("Ctrl+F"), tr("filter here")},
                                                          {tr("Ctrl+Z"), tr("undo")},
                                                          {tr("Ctrl+Shift+Z"), tr("redo")},
                                                          {tr("Ctrl+P"), tr("print or export")},
                                                          {tr("Ctrl+\\"), tr("fold the rail")},
                                                          {tr("Ctrl+,"), tr("settings")},
                                                          {tr("F6"), tr("next panel")},
                                                          {tr("Escape"), tr("one step back")}});
    const QString call = section(tr("Log a call"), {{tr("Ctrl+Down"), tr("to what will be recorded")},
                                                    {tr("Up, Down"), tr("from one to the next")},
                                                    {tr("Space"), tr("take or leave a proposal")},
                                                    {tr("Ctrl+Up, Ctrl+Down"), tr("the same out of a field")},
                                                    {tr("Enter"), tr("change it")},
                                                    {tr("Delete"), tr("leave it out")},
                                                    {tr("Alt+1 to 3"), tr("this question was asked")},
                                                    {tr("Alt+Q"), tr("another question was asked")},
                                                    {tr("Ctrl+B"), tr("open and fold the brief")},
                                                    {tr("Ctrl+Enter"), tr("store")},
                                                    {tr("Escape"), tr("back to the note, then out")}});
    const QString map = section(tr("Map"), {{tr("Arrows"), tr("neighbour in that direction")},
                                            {tr("Tab"), tr("next by size")},
                                            {tr("Enter"), tr("inspector")},
                                            {tr("C"), tr("circle")},
                                            {tr("Ctrl+Arrows"), tr("add the neighbour")},
                                            {tr("Shift+Arrows"), tr("move who is chosen")},
                                            {tr("Ctrl+A"), tr("choose everybody")},
                                            {tr("Shift+F10"), tr("what can be done here")},
                                            {tr("/"), tr("find somebody")},
                                            {tr("Ctrl+Shift+F"), tr("filter")},
                                            {tr("Ctrl+Enter"), tr("open the page")},
                                            {tr("T"), tr("draw a tie; again: by name")},
                                            {tr("Shift+T"), tr("next tie of this person")},
                                            {tr("N"), tr("new person")},
                                            {tr("F2"), tr("rename")},
                                            {tr("E"), tr("change a field")},
                                            {tr("M"), tr("merge")},
                                            {tr("Ctrl+X, C, V"), tr("cut, copy as text, paste")},
                                            {tr("Ctrl+D"), tr("duplicate")},
                                            {tr("W"), tr("path to somebody")},
                                            {tr("Shift+W"), tr("next path")},
                                            {tr("L"), tr("lasso")},
                                            {tr("P"), tr("pin, or let loose")},
                                            {tr("F"), tr("fit")},
                                            {tr("+ and -"), tr("zoom")},
                                            {tr("[ and ]"), tr("back and forth in time")},
                                            {tr("Space and drag"), tr("pan")},
                                            {tr("Ctrl+Shift+C"), tr("copy the map as a picture")},
                                            {tr("Delete"), tr("delete what is chosen")}});
    const QString members = section(tr("Members"), {{tr("F2"), tr("edit")},
                                                    {tr("Enter"), tr("open the page")},
                                                    {tr("Ctrl+D"), tr("fill down")},
                                                    {tr("Delete"), tr("archive")}});
    const QString questions = section(tr("Question bank"), {{tr("Enter"), tr("change the wording")},
                                                            {tr("Ctrl+Up, Ctrl+Down"), tr("move it")},
                                                            {tr("Insert"), tr("add one")},
                                                            {tr("Delete"), tr("retire it, or bring it back")}});
    const QString gap = QStringLiteral("<p style='margin:0'>&nbsp;</p>");
    const bool isWide = parent->screen()->availableSize().width() >= kTwoColumnsFrom;
    const QString text =
        isWide
            ? QStringLiteral("<table width='100%' cellspacing='0'><tr><td width='53%'>%1</td><td>%2</td></tr></table>")
                  .arg(everywhere + gap + call + gap + members + gap + questions, map)
            : everywhere + gap + call + gap + members + gap + questions + gap + map;
    dialogs.tell(parent, tr("Keys"), QStringLiteral("<qt>%1</qt>").arg(text));
}

void showAbout(Dialogs& dialogs, QWidget* parent)
{
    dialogs.tell(
        parent, tr("Weavemap %1").arg(QCoreApplication::applicationVersion()),
        tr("Weaving calls, ties and maps of a member network. Everything stays on this computer.\n\n"
           "Free software under the GNU General Public License, version 3 or later. Built on Qt %1, SQLite and "
           "Boost. Typeface: Noto Sans, SIL Open Font License 1.1.")
            .arg(QString::fromLatin1(qVersion())));
}

} // namespace weavemap::ui
