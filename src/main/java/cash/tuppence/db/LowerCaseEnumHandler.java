package cash.tuppence.db;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** An enum constant stands in the database in lower case, as it does in JSON. */
public final class LowerCaseEnumHandler<E extends Enum<E>> extends BaseTypeHandler<E> {
    private final Class<E> type;

    public LowerCaseEnumHandler(Class<E> type) {
        this.type = type;
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, E value, JdbcType jdbcType)
            throws SQLException {
        statement.setString(index, value.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public E getNullableResult(ResultSet rows, String column) throws SQLException {
        return toEnum(rows.getString(column));
    }

    @Override
    public E getNullableResult(ResultSet rows, int column) throws SQLException {
        return toEnum(rows.getString(column));
    }

    @Override
    public E getNullableResult(CallableStatement statement, int column) throws SQLException {
        return toEnum(statement.getString(column));
    }

    private E toEnum(String text) {
        return text == null ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
