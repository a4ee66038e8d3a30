// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WelcomePage.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/base/Icons.h"
#include "ui/base/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent), m_recent(new QVBoxLayout),
      m_recentHead(new TextLabel(tr("Opened lately"), TextStyle::caption, ColorRole::muted)),
      m_trouble(new TextLabel({}, TextStyle::base, ColorRole::danger, TextLabel::Lines::many))
{
    setObjectName(QStringLiteral("welcome"));
    auto* mark = new QLabel(this);
    mark->setPixmap(appMark().pixmap(48, 48));
    mark->setAlignment(Qt::AlignCenter);
    auto* title = new TextLabel(tr("Whose network is it?"), TextStyle::page);
    auto* sentence = new TextLabel(tr("Start from people you know. Nothing leaves this computer."), TextStyle::base,
                                   ColorRole::muted);
    auto* sample = new Button(tr("Open the sample network"), Button::Kind::primary);
    sample->setObjectName(QStringLiteral("welcomeSample"));
    auto* sheet = new Button(tr("Start from a spreadsheet"));
    sheet->setObjectName(QStringLiteral("welcomeSpreadsheet"));
    auto* empty = new Button(tr("Start empty"));
    empty->setObjectName(QStringLiteral("welcomeEmpty"));
    auto* open = new LinkLabel(tr("Open a network on this computer"));
    open->setObjectName(QStringLiteral("welcomeOpen"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    buttons->addStretch();
    for (Button* button : {sample, sheet, empty})
        buttons->addWidget(button);
    buttons->addStretch();

    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(mark, 0, Qt::AlignHCenter);
    column->addSpacing(space::k16);
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addSpacing(space::k4);
    column->addWidget(sentence, 0, Qt::AlignHCenter);
    column->addSpacing(space::k24);
    column->addLayout(buttons);
    column->addSpacing(space::k16);
    column->addWidget(open, 0, Qt::AlignHCenter);
    column->addSpacing(space::k16);
    m_trouble->setObjectName(QStringLiteral("welcomeTrouble"));
    m_trouble->setAlignment(Qt::AlignHCenter);
    m_trouble->setFixedWidth(560);
    m_trouble->hide();
    // In a row of its own: a wrapping label aligned in the column gets the height of one line too few.
    auto* troubleRow = new QHBoxLayout;
    troubleRow->addStretch();
    troubleRow->addWidget(m_trouble);
    troubleRow->addStretch();
    column->addLayout(troubleRow);
    column->addSpacing(space::k24);
    column->addWidget(m_recentHead, 0, Qt::AlignHCenter);
    m_recent->setSpacing(space::k4);
    column->addLayout(m_recent);
    column->addStretch(3);

    connect(sample, &Button::clicked, this, &WelcomePage::sampleRequested);
    connect(sheet, &Button::clicked, this, &WelcomePage::spreadsheetRequested);
    connect(empty, &Button::clicked, this, &WelcomePage::emptyRequested);
    connect(open, &LinkLabel::clicked, this, &WelcomePage::openRequested);
    setRecent({});
}

void WelcomePage::setRecent(const QStringList& paths)
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recentHead->setVisible(!paths.isEmpty());
    for (const QString& path : paths.mid(0, 5)) {
        const QFileInfo info(path);
        auto* link = new LinkLabel(info.completeBaseName());
        link->setObjectName(QStringLiteral("recentFile"));
        link->setToolTip(info.exists() ? path : tr("%1 is no longer there.").arg(path));
        link->setEnabled(info.exists());
        connect(link, &LinkLabel::clicked, this, [this, path] { Q_EMIT recentRequested(path); });
        m_recent->addWidget(link, 0, Qt::AlignHCenter);
    }
}

void WelcomePage::setTrouble(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

} // namespace weavemap::ui
