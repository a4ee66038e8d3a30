// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/SaveFile.h"

#include <QSaveFile>

#include "ui/base/Convert.h"

namespace weavemap::ui {

Result<> saveFile(const QString& path, QByteArrayView bytes, Readers readers)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    const auto failed = [&](ErrorCode code) {
        const QString why = file.errorString();
        file.cancelWriting();
        return fail(code, {toUtf8(path)}, toUtf8(why));
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed(ErrorCode::fileUnwritable);
    const bool isTheirs =
        readers == Readers::asFolder || file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isTheirs && readers == Readers::onlyOwner)
        return failed(ErrorCode::fileUnwritable);
    // `commit` of this Qt takes a buffer that could not be written for a written one: it is written out before.
    if (file.write(bytes.data(), bytes.size()) != bytes.size() || !file.flush())
        return failed(ErrorCode::exportFailed);
    if (!file.commit())
        return failed(ErrorCode::exportFailed);
    return {};
}

} // namespace weavemap::ui
